// Calibration: 2PL, 10,000 persons by 50 items, 41 points, tolerance 1e-4; standard errors apart.
// One JSON object a line with --json. Pure computing in one thread; the persons are simulated.
import {
  calibrate,
  normalRandom,
  probabilities,
  seededRandom,
  standardErrors,
} from '#libs/psychometrics';
import type { Item } from '#libs/psychometrics';

const PERSONS = 10_000;
const ITEMS = 50;
const GOAL_SECONDS = 10;
const json = process.argv.includes('--json');

function say(row: Record<string, string | number>): void {
  if (json) console.log(JSON.stringify({ bench: 'calibrate', ...row }));
  else {
    console.log(
      Object.entries(row)
        .map(([name, value]) => `${name} ${value}`)
        .join('  '),
    );
  }
}

const random = seededRandom(2026);
const truth = Array.from({ length: ITEMS }, () => ({
  model: '2pl' as const,
  a: Math.exp(0.3 * normalRandom(random)),
  b: normalRandom(random),
}));

function answers(): number[][] {
  return Array.from({ length: PERSONS }, () => {
    const theta = normalRandom(random);
    return truth.map((item: Item) => (random() < (probabilities(item, theta)[1] ?? 0) ? 1 : 0));
  });
}

function rmse(of: 'a' | 'b', found: readonly (Item | null)[]): number {
  let total = 0;
  truth.forEach((item, i) => {
    const other = found[i];
    if (other?.model !== '2pl') throw new Error(`item ${i} was not estimated`);
    total += (item[of] - other[of]) ** 2;
  });
  return Number(Math.sqrt(total / ITEMS).toFixed(4));
}

const responses = answers();
const models = truth.map(() => '2pl' as const);
calibrate(responses.slice(0, 500), models, { points: 41 });

const cpu = process.cpuUsage();
const from = performance.now();
const found = calibrate(responses, models, { points: 41, tolerance: 1e-4 });
const seconds = (performance.now() - from) / 1000;
const used = process.cpuUsage(cpu);
const items = found.items.map(({ item }) => item);
say({
  what: '2pl',
  persons: PERSONS,
  items: ITEMS,
  points: 41,
  tolerance: 1e-4,
  outcome: found.outcome,
  iterations: found.iterations,
  seconds: Number(seconds.toFixed(2)),
  cpuSeconds: Number((used.user / 1e6).toFixed(2)),
  goalSeconds: GOAL_SECONDS,
  reached: seconds <= GOAL_SECONDS ? 'yes' : 'no',
  responsesPerSecond: Math.round((PERSONS * ITEMS * found.iterations) / seconds),
  rmseSlope: rmse('a', items),
  rmseDifficulty: rmse('b', items),
});

const cpuOfErrors = process.cpuUsage();
const fromErrors = performance.now();
const errors = standardErrors(found);
say({
  what: 'standard errors',
  persons: PERSONS,
  items: ITEMS,
  points: 41,
  outcome: errors.outcome,
  seconds: Number(((performance.now() - fromErrors) / 1000).toFixed(2)),
  cpuSeconds: Number((process.cpuUsage(cpuOfErrors).user / 1e6).toFixed(2)),
});
