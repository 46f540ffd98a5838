// XML Schema's dateTimeStamp: a dateTime whose time zone is said (VCDM 2.0 §4.9).
const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/u;

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
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map(Number);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > last) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

let written = { time: Number.NaN, text: '' };

/** Whole seconds, as the examples of the standards write them. */
export function formatInstant(at: Date): string {
  const time = at.getTime();
  if (time !== written.time) written = { time, text: `${at.toISOString().slice(0, -5)}Z` };
  return written.text;
}
