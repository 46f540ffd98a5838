interface Hand {
  account: string;
  person: string | null;
}

/** Whether one of these is the same human being, whichever account he uses. */
export const isHand = (hands: readonly Hand[], actor: Hand): boolean =>
  hands.some(
    (hand) =>
      hand.account === actor.account || (hand.person !== null && hand.person === actor.person),
  );
