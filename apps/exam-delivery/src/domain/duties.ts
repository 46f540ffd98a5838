// Separation of duties compares persons, not accounts: one person may hold several accounts.

export type Actor = { account: string; person: string | null };

/** Everyone who ever edited a draft, so that a publisher can be told apart from an editor. */
export type Editor = { account: string; person: string | null };

export const samePerson = (a: Actor, b: Editor): boolean =>
  a.account === b.account || (a.person !== null && a.person === b.person);

export const isEditor = (actor: Actor, editors: readonly Editor[]): boolean =>
  editors.some((editor) => samePerson(actor, editor));

export function withEditor(editors: readonly Editor[], actor: Actor): Editor[] {
  const known = editors.some((e) => e.account === actor.account && e.person === actor.person);
  return known ? [...editors] : [...editors, { account: actor.account, person: actor.person }];
}

/** An officer may sit an exam, but decides, voids and releases nothing of his own. */
export const isOwnCase = (actor: Actor, practitionerId: string): boolean =>
  actor.person === practitionerId;
