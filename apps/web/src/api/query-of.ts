/** The query of an address; what is empty is left out of it. */
export function queryOf(values: Readonly<Record<string, string | number>>): string {
  const given = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]): [string, string] => [name, String(value)]);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
