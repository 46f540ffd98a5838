/** What an entry of the journal holds, on one line: the values as they were sent, by their identifiers. */
export function writeResponse(body: unknown): string {
  if (body === null || body === undefined) return '–';
  if (typeof body === 'string' || typeof body === 'number' || typeof body === 'boolean')
    return String(body);
  if (Array.isArray(body)) return body.map(inner).join(', ');
  const parts = Object.entries(body);
  // The usual item has one response, and its name says nothing.
  if (parts.length === 1) return writeResponse(parts[0]?.[1]);
  return parts.map(([name, value]) => `${name} ${writeResponse(value)}`).join('; ');
}

/** A pair in a list stays together. */
const inner = (value: unknown): string =>
  Array.isArray(value) ? value.map((each) => writeResponse(each)).join('→') : writeResponse(value);
