// Compares the events with their released schemas: exit 1 if one has changed in more than optional
// additions. `--release` freezes what was added; `--released FOLDER` compares with another release.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareContracts, contractsToRelease, type Released } from '#libs/contracts';

const project = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    released: { type: 'string', default: join(project, 'libs/contracts/released') },
  },
});

const isReleased = (value: unknown): value is Released =>
  typeof value === 'object' && value !== null && 'name' in value && 'topic' in value;

const readReleased = (folder: string): Released[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const value: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (!isReleased(value)) throw new Error(`${name} is not a released event`);
      return value;
    });

const freeze = (folder: string, contracts: readonly Released[]): void => {
  for (const one of contracts) {
    writeFileSync(join(folder, `${one.name}.json`), `${JSON.stringify(one, null, 2)}\n`);
  }
  execFileSync(join(project, 'node_modules/.bin/oxfmt'), [folder], { stdio: 'ignore' });
};

const current = contractsToRelease();
const found = compareContracts(readReleased(values.released), current);
const refused = found.filter(({ allowed }) => !allowed);
for (const { event, field, what } of refused) console.log(`✗ ${event}: ${field} ${what}`);
if (refused.length > 0) {
  console.log('Events that were sent are read for ever: only optional fields may be added.');
  process.exitCode = 1;
} else if (values.release) {
  freeze(values.released, current);
  console.log(`✓ ${current.length} events released`);
} else {
  for (const { event, field, what } of found) console.log(`· ${event}: ${field} ${what}`);
  console.log(`✓ ${current.length} events are as they were released, or with optional additions`);
}
