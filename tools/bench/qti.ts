// QTI items parsed and compiled a second, and answers scored a second, in one thread. The items are the
// twenty of libs/qti/items (one for each interaction), read again each time. One JSON object a line with --json.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileItem, parseItem, score, type Scoring } from '#libs/qti';

const json = process.argv.includes('--json');
const ITEMS = join(import.meta.dirname, '..', '..', 'libs', 'qti', 'items');
const SECONDS = 2;

function say(row: Record<string, string | number>): void {
  if (json) console.log(JSON.stringify({ bench: 'qti', ...row }));
  else {
    console.log(
      Object.entries(row)
        .map(([name, value]) => `${name} ${value}`)
        .join('  '),
    );
  }
}

interface Rate {
  readonly perSecond: number;
  /** By the thread's own processor time: what an idle machine gives. */
  readonly perCpuSecond: number;
}

/** Runs it for a while, after a while of warming up. */
function rateOf(work: (i: number) => void): Rate {
  run(work, SECONDS / 2);
  return run(work, SECONDS);
}

function run(work: (i: number) => void, seconds: number): Rate {
  const from = performance.now();
  const cpuFrom = process.threadCpuUsage();
  let count = 0;
  while (performance.now() - from < seconds * 1000) {
    for (let i = 0; i < 20; i += 1) work(count + i);
    count += 20;
  }
  const { user, system } = process.threadCpuUsage(cpuFrom);
  return {
    perSecond: Math.round((count * 1000) / (performance.now() - from)),
    perCpuSecond: Math.round((count * 1_000_000) / (user + system)),
  };
}

const files = globSync('*.xml', { cwd: ITEMS }).toSorted();
const documents = files.map((file) => readFileSync(join(ITEMS, file), 'utf8'));

function compile(xml: string, file: string): Scoring {
  const parsed = parseItem(xml, file);
  if (!parsed.ok) throw new Error(`${file} was refused`);
  const made = compileItem(parsed.item);
  if (!made.ok) throw new Error(`${file} was not compiled`);
  return made.scoring;
}

const bytes = documents.reduce((total, xml) => total + xml.length, 0);
const parsing = rateOf((i) => {
  const at = i % documents.length;
  parseItem(documents[at] ?? '', files[at] ?? '');
});
say({
  what: 'parse',
  items: files.length,
  meanCharacters: Math.round(bytes / files.length),
  ...parsing,
});
const both = rateOf((i) => {
  const at = i % documents.length;
  compile(documents[at] ?? '', files[at] ?? '');
});
say({ what: 'parse and compile', items: files.length, ...both, goal: 2000 });

const simple: readonly (readonly [string, unknown])[] = [
  ['choice', 'memory'],
  ['order', ['registers', 'memory', 'disk', 'archive']],
  ['match', ['search court', 'preserve police', 'content court']],
  ['text-entry', 'sha-256'],
  ['hotspot', ['usb', 'cup']],
];
for (const [kind, answer] of simple) {
  const scoring = compile(readFileSync(join(ITEMS, `${kind}.xml`), 'utf8'), kind);
  const responses = { RESPONSE: answer };
  const rate = rateOf(() => {
    if (!score(scoring, responses, 'seed').ok) throw new Error(`${kind} was refused`);
  });
  say({ what: 'score', kind, ...rate, goal: 50_000 });
}
