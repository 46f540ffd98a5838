// Dates and times of forms are those of the certification body's zone, which knows no summer time.
const offset = '+05:00';

/** The instant of what a field of type datetime-local holds; undefined where that is no time. */
export function instantOf(local: string): string | undefined {
  const at = Date.parse(`${local}${local.length === 16 ? ':00' : ''}${offset}`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The first moment of a legal date, or of some days after it. */
export function dayBegins(date: string, daysLater = 0): string {
  const at = Date.parse(`${date}T00:00:00${offset}`);
  return Number.isNaN(at) ? '' : new Date(at + daysLater * 86_400_000).toISOString();
}
