// Writes docs/qti-coverage.md: every name of the QTI standard with its tests, read from the titles in
// libs/qti's specs. `--check` only says whether it is stale. A name without a test fails both.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..');
const DOCUMENT = 'docs/qti-coverage.md';

export interface Test {
  readonly file: string;
  readonly title: string;
}

export interface Coverage {
  /** Group of the standard -> name -> its tests. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, readonly Test[]>>;
  readonly missing: readonly string[];
}

// describe('...', it('...', operator('...', interaction('...' and the titles of it.each.
const TITLE =
  /(?:\b(?:describe|it|operator|interaction)|\]\)|\bit\.each\([\w.]+\))\(\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>)[^\\])*)\k<quote>/gsu;

export const titlesIn = (source: string): string[] =>
  [...source.matchAll(TITLE)].map(({ groups }) => groups?.['title'] ?? '');

const mentions = (title: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'u').test(title);

export function coverageOf(
  names: Readonly<Record<string, readonly string[]>>,
  tests: readonly Test[],
): Coverage {
  const groups = new Map(
    Object.entries(names).map(([group, all]) => [
      group,
      new Map(all.map((name) => [name, tests.filter(({ title }) => mentions(title, name))])),
    ]),
  );
  const missing = [...groups.values()].flatMap((group) =>
    [...group].flatMap(([name, found]) => (found.length === 0 ? [name] : [])),
  );
  return { groups, missing };
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function said(tests: readonly Test[]): string {
  const byFile = new Map<string, string[]>();
  for (const { file, title } of tests) byFile.set(file, [...(byFile.get(file) ?? []), title]);
  return [...byFile]
    .map(([file, titles]) => `\`${file}\`: ${titles.map(cell).join('; ')}`)
    .join('<br>');
}

export function documentOf({ groups }: Coverage): string {
  const tables = [...groups].map(([group, found]) => {
    const rows = [...found].map(
      ([name, tests]) => `| \`${name}\` | ${tests.length === 0 ? '**none**' : said(tests)} |`,
    );
    const title = `${group.slice(0, 1).toUpperCase()}${group.slice(1)}`;
    return `## ${title} (${rows.length})\n\n| name | tests |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `<!-- Written by tools/generate/qti-coverage.ts (npm run generate); do not edit. -->
# What of QTI is tested, and where

The names are those of QTI 3.0.1 (libs/qti/vectors/names.json); the files are in libs/qti/src. Each
operator's table has cases for values, NULL, wrong cardinality, empty containers and an integer beside a
float: its type asks for all of them (libs/qti/testing/operator.ts). Each interaction has an item of its own
in libs/qti/items.

${tables.join('\n')}`;
}

export function readCoverage(): Coverage {
  const source = join(PROJECT, 'libs', 'qti', 'src');
  const tests = globSync('**/*.spec.ts', { cwd: source })
    .toSorted()
    .flatMap((file) =>
      titlesIn(readFileSync(join(source, file), 'utf8')).map((title) => ({ file, title })),
    );
  const read = readFileSync(join(PROJECT, 'libs', 'qti', 'vectors', 'names.json'), 'utf8');
  const { source: _, ...names } = JSON.parse(read) as Record<string, string[]>;
  return coverageOf(names, tests);
}

export const readDocument = (): string => readFileSync(join(PROJECT, DOCUMENT), 'utf8');

if (import.meta.main) {
  const coverage = readCoverage();
  const text = documentOf(coverage);
  let failed = coverage.missing.length > 0;
  if (failed) console.log(`Without a test: ${coverage.missing.join(', ')}`);
  if (!process.argv.includes('--check')) writeFileSync(join(PROJECT, DOCUMENT), text);
  else if (readDocument() !== text) {
    failed = true;
    console.log(`Stale: ${DOCUMENT}. Run: npm run generate`);
  }
  process.exit(failed ? 1 : 0);
}
