// `npm run <verb>`: one file a verb, loaded only when it is asked for.
import { Obstacle } from './engines/say.ts';

const VERBS: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  up: () => import('./verbs/up.ts'),
  demo: () => import('./verbs/demo.ts'),
  reset: () => import('./verbs/reset.ts'),
  build: () => import('./verbs/build.ts'),
  check: () => import('./verbs/check.ts'),
  test: () => import('./verbs/test.ts'),
  bench: () => import('./verbs/bench.ts'),
  backup: () => import('./verbs/backup.ts'),
  restore: () => import('./verbs/restore.ts'),
  screenshots: () => import('./verbs/screenshots.ts'),
  generate: () => import('./verbs/generate.ts'),
};

const [verb = 'up', ...args] = process.argv.slice(2);
const load = VERBS[verb];
try {
  if (!load)
    throw new Obstacle(`There is no verb "${verb}".`, `Verbs: ${Object.keys(VERBS).join(', ')}`);
  process.exitCode = await (await load()).run(args);
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  process.stderr.write(`✗ ${error.message}\n  ${error.wayOut}\n`);
  process.exitCode = 1;
}
