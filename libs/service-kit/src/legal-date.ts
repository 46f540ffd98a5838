// Legal dates: days in the certification body's zone, valid through their last day.

/** `YYYY-MM-DD` in the body's zone; lexical order is the order of days. */
export type LegalDate = string;

const LEGAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

// A format is made once a zone: making one takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant in an IANA zone such as `Asia/Dushanbe`. */
export function legalDate(at: Date, zone: string): LegalDate {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(at);
}

export function isLegalDate(value: unknown): value is LegalDate {
  if (typeof value !== 'string') return false;
  const parts = LEGAL_DATE.exec(value);
  if (!parts) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value;
}

/** The same day n months on; a day that the month lacks becomes its last (31 January + 1 = 28 or 29 February). */
export function addMonthsToLegalDate(date: LegalDate, months: number): LegalDate {
  const [year, month, day] = split(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

export function addDaysToLegalDate(date: LegalDate, days: number): LegalDate {
  const [year, month, day] = split(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The last day of a validity of n months that begins on `from`: one day before the same day. */
export function lastDayOfTerm(from: LegalDate, months: number): LegalDate {
  return addDaysToLegalDate(addMonthsToLegalDate(from, months), -1);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function split(date: LegalDate): [number, number, number] {
  const parts = LEGAL_DATE.exec(date);
  if (!parts) throw new RangeError(`not a legal date: ${date}`);
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

const format = (year: number, month: number, day: number): LegalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
