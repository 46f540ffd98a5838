// The service says in English what is wrong with a line; these are its sentences.
const sentences = [
  ['not-an-id', /^not a practitioner id$/],
  ['twice', /^already on line (\d+)$/],
  ['unknown', /^no such practitioner$/],
  ['minutes', /^a whole number from 0 to (\d+)$/],
  ['no-column', /^the first line must name this column$/],
  ['empty', /^no candidate in the list$/],
  ['too-many', /^at most (\d+) candidates$/],
  ['quotation', /^a quotation mark /],
  ['not-csv', /^this line cannot be read as CSV$/],
] as const;

export type LineProblem = (typeof sentences)[number][0];

/** Which of them it is, and the number in it; code null: one that we do not know. */
export function readLineProblem(message: string): { code: LineProblem | null; value: string } {
  for (const [code, pattern] of sentences) {
    const found = pattern.exec(message);
    if (found) return { code, value: found[1] ?? '' };
  }
  return { code: null, value: '' };
}
