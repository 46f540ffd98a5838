// XML Schema's dateTimeStamp: a dateTime whose time zone is said (VCDM 2.0 §4.9). As the expression of
// §5.8, "Representing Time", has it: no leap second, a day may end at 24:00:00, a year has four digits
// or more.
const SHAPE =
  /^(-?(?:[1-9]\d{3,}|0\d{3}))-(\d{2})-(\d{2})T(?:([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d+)?|24:00:00(?:\.0+)?)(?:Z|([+-])(?:(0\d|1[0-3]):([0-5]\d)|14:00))$/u;

const read = new Map<string, number | null>();
const MOST_READ = 1000;

/** Milliseconds since 1970, or null when the text is no dateTimeStamp or names no real day. */
export function instantOf(text: string): number | null {
  const before = read.get(text);
  if (before !== undefined) return before;
  const time = parse(text);
  if (read.size >= MOST_READ) read.clear();
  // Not what a stranger made long: these stay in memory.
  if (text.length <= 40) read.set(text, time);
  return time;
}

function parse(text: string): number | null {
  const parts = SHAPE.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour = 24, minute = 0, second = 0, fraction = '.', sign, ...zone] =
    parts;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // The 30th of February would become a day of March.
  if (at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day)) return null;
  const milliseconds = Number(fraction.slice(1, 4).padEnd(3, '0'));
  at.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  const [hours = 14, minutes = 0] = zone;
  const offset =
    sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const time = at.getTime() - offset * 60_000;
  return Number.isNaN(time) ? null : time;
}

let written = { time: Number.NaN, text: '' };

/** Whole seconds, as the examples of the standards write them. */
export function formatInstant(at: Date): string {
  const time = at.getTime();
  if (time !== written.time) written = { time, text: `${at.toISOString().slice(0, -5)}Z` };
  return written.text;
}
