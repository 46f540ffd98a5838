// Legal dates are plain 'YYYY-MM-DD' strings in the body's zone; here is only their arithmetic.

export type LegalDate = string;

const parts = (date: LegalDate): [number, number, number] => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new RangeError(`not a legal date: ${date}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
};

const text = (instant: number): LegalDate => new Date(instant).toISOString().slice(0, 10);

export function addDays(date: LegalDate, days: number): LegalDate {
  const [year, month, day] = parts(date);
  return text(Date.UTC(year, month - 1, day + days));
}

/** The last day of a month stays a last day only when the target month is shorter: 31 January + 1 month = 28 February. */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const [year, month, day] = parts(date);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

export const later = (a: LegalDate, b: LegalDate): LegalDate => (a > b ? a : b);
