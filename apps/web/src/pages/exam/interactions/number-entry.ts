/** Both decimal marks are numbers here; anything that is not quite a number is no answer yet. */
export function readNumber(text: string, whole: boolean): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) && (!whole || Number.isInteger(value)) ? value : null;
}

export function writeNumber(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
