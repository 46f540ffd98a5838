// A legal date ends with its last second in the body's zone.
import type { LegalDate } from './words.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The last second of a day in an IANA zone, as an instant in UTC (dateTimeStamp, whole seconds). */
export function lastSecondOf(date: LegalDate, zone: string): string {
  const wall = Date.parse(`${date}T23:59:59Z`);
  // Twice: the offset at the guessed instant may be that of the other side of a change of clocks.
  const guess = wall - offsetAt(wall, zone);
  const instant = wall - offsetAt(guess, zone);
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function offsetAt(instant: number, zone: string): number {
  const format = formats.get(zone) ?? wallClock(zone);
  formats.set(zone, format);
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

function wallClock(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
