/** When a signing key signs, and how long it is published: a token is never without its key, nor a key without need. */
export const ROTATION = {
  /** A new key is published before it signs, so that every instance of identity has it when the first token comes. */
  publishedBeforeSeconds: 60,
  /** An old one stays published for the longest life of what it signed, and a minute for clocks that differ. */
  publishedAfterSeconds: 600 + 60,
};

export interface DatedKey {
  id: string;
  createdAt: Date;
}

export type KeyState = 'next' | 'signs' | 'ending' | 'ended';

/** The keys, oldest first, each with what it is for now. */
export function keyStates<K extends DatedKey>(
  keys: readonly K[],
  now: Date,
): { key: K; state: KeyState }[] {
  const sorted = keys.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  // The first key of all signs at once: there is none before it.
  const signsFrom = sorted.map(({ createdAt }, index) =>
    index === 0 ? -Infinity : createdAt.getTime() + ROTATION.publishedBeforeSeconds * 1000,
  );
  const signing = signsFrom.findLastIndex((from) => from <= now.getTime());
  return sorted.map((key, index) => {
    if (index > signing) return { key, state: 'next' };
    if (index === signing) return { key, state: 'signs' };
    const replaced = signsFrom[index + 1] ?? Infinity;
    const ends = replaced + ROTATION.publishedAfterSeconds * 1000;
    return { key, state: ends < now.getTime() ? 'ended' : 'ending' };
  });
}

/** As oidc-provider wants them: it signs with the first, and publishes all. */
export function publishedKeys<K extends DatedKey>(keys: readonly K[], now: Date): K[] {
  const states = keyStates(keys, now);
  const inState = (wanted: KeyState): K[] =>
    states.filter(({ state }) => state === wanted).map(({ key }) => key);
  return [...inState('signs'), ...inState('next'), ...inState('ending')];
}
