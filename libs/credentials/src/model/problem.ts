/** One thing that breaks a model, where it is, and the clause that it breaks. */
export interface Problem {
  clause: string;
  path: string;
  says: string;
}

export function problem(clause: string, path: string, says: string): Problem {
  return { clause, path, says };
}
