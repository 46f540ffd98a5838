/**
 * The level that a cell of the matrix means after a key: the figure if the scale has it, else its last
 * digit, so that a new figure typed behind the old one replaces it. Null: no level, the cell stays as it was.
 */
export function readLevel(typed: string, most: number): number | null {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits === '') return typed.trim() === '' ? 0 : null;
  const found = [Number(digits), Number(digits.at(-1))].find((level) => level <= most);
  return found ?? null;
}
