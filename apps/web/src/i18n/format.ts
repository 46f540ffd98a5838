// Dates are written out by our own catalogues: browsers know no Tajik month names, and the three
// languages have to look alike.

export interface DateWords {
  months: string;
  on: string;
  at: string;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  time: string;
  seconds: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: Date, zone: string): Parts {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const found = new Map(formatter.formatToParts(at).map((part) => [part.type, part.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return {
    year: Number(get('year')),
    month: Number(get('month')),
    day: Number(get('day')),
    time: `${get('hour')}:${get('minute')}`,
    seconds: get('second'),
  };
}

function writeDate(words: DateWords, year: number, month: number, day: number): string {
  const name = words.months.split(' ')[month - 1] ?? '';
  return words.on
    .replace('{{day}}', String(day))
    .replace('{{month}}', name)
    .replace('{{year}}', String(year));
}

/** A legal date (YYYY-MM-DD) is a date, whatever the zone of the reader. */
export function writeLegalDate(words: DateWords, date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return writeDate(words, year ?? 0, month ?? 1, day ?? 1);
}

export function writeInstant(words: DateWords, at: Date, zone: string): string {
  const { year, month, day, time } = partsOf(at, zone);
  return words.at.replace('{{date}}', writeDate(words, year, month, day)).replace('{{time}}', time);
}

export function writeClock(at: Date, zone: string): string {
  const { time, seconds } = partsOf(at, zone);
  return `${time}:${seconds}`;
}

/** Time left: 1:02:03 or 02:03. Never negative. */
export function writeDuration(milliseconds: number): string {
  const total = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** With the decimal mark and the grouping of the language: browsers know none of Tajik. */
export function writeNumber(language: string, value: number, digits = 0): string {
  const [whole = '', part] = Math.abs(value).toFixed(digits).split('.');
  const [mark, group, least] = language === 'en' ? ['.', ',', 4] : [',', '\u00a0', 5];
  const grouped = whole.length >= least ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : mark + part}`;
}
