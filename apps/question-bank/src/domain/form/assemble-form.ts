// Choosing the items of a form: the blueprint is met exactly, the least used items come first, chance decides the rest.

export interface BlueprintRow {
  readonly competencyCode: string;
  readonly level: number;
  /** null: any demand. */
  readonly cognitiveDemand: string | null;
  readonly count: number;
}

export interface PoolItem {
  readonly itemId: string;
  readonly version: number;
  readonly competencyCode: string;
  readonly level: number;
  readonly cognitiveDemand: string;
  readonly languages: readonly string[];
  readonly maxScore: number;
  /** In how many forms of this blueprint it already is. */
  readonly used: number;
}

export type Assembly =
  | { readonly outcome: 'assembled'; readonly items: readonly PoolItem[] }
  | { readonly outcome: 'refused'; readonly missing: readonly { row: number; lacking: number }[] };

/**
 * Rows with a demand take first, rows without one from what is left: since demands are disjoint, this
 * finds a form whenever there is one. `random` answers numbers in [0, 1).
 */
export function assembleForm(
  rows: readonly BlueprintRow[],
  pool: readonly PoolItem[],
  random: () => number,
): Assembly {
  const order = pool
    .map((item) => ({ item, tie: random() }))
    .sort((a, b) => a.item.used - b.item.used || a.tie - b.tie)
    .map(({ item }) => item);
  const taken = new Set<string>();
  const chosen = new Map<number, PoolItem[]>();
  const missing: { row: number; lacking: number }[] = [];
  const indexed = rows.map((row, index) => ({ row, index }));
  const specificFirst = [
    ...indexed.filter(({ row }) => row.cognitiveDemand !== null),
    ...indexed.filter(({ row }) => row.cognitiveDemand === null),
  ];
  for (const { row, index } of specificFirst) {
    const fits = order
      .filter((item) => !taken.has(item.itemId) && matches(row, item))
      .slice(0, row.count);
    for (const item of fits) taken.add(item.itemId);
    chosen.set(index, fits);
    if (fits.length < row.count) missing.push({ row: index, lacking: row.count - fits.length });
  }
  if (missing.length > 0)
    return { outcome: 'refused', missing: missing.sort((a, b) => a.row - b.row) };
  return { outcome: 'assembled', items: rows.flatMap((_, index) => chosen.get(index) ?? []) };
}

const matches = (row: BlueprintRow, item: PoolItem): boolean =>
  row.competencyCode === item.competencyCode &&
  row.level === item.level &&
  (row.cognitiveDemand === null || row.cognitiveDemand === item.cognitiveDemand);

/** A form is deliverable in a language only when each of its items is approved in it. */
export function commonLanguages(items: readonly Pick<PoolItem, 'languages'>[]): string[] {
  const [first, ...rest] = items;
  return (first?.languages ?? []).filter((language) =>
    rest.every((item) => item.languages.includes(language)),
  );
}

/** Numbers in [0, 1) from a stored seed (mulberry32), the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
