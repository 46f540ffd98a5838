/** Whether each number in it, however deep, is finite. */
export function noNaN(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(noNaN);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(noNaN);
  return true;
}
