// Submission to verifiable certificate at a steady rate, against the system that runs here. Each candidate
// of the run is a new person with an attempt already answered; only the submissions are timed. Of every
// tenth the public API is asked until verification says "valid"; of all it is counted whether they came.
//   node tools/bench/journey.ts [--json] [--rate 50] [--seconds 60]
import { randomBytes } from 'node:crypto';
import { as } from '../demo/accounts.ts';
import { apiOf, eachOf, type Api } from '../demo/api.ts';
import * as journey from '../demo/journey.ts';
import { newestFramework } from '../demo/load.ts';
import { dataFolder, runningSystem } from '../system/running.ts';
import { tokenMint } from './journey/mint-tokens.ts';

const argument = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const RATE = argument('rate', 50);
const SECONDS = Math.min(120, argument('seconds', 60));
const EXAM = 'EV3-1';
const EVERY = 10;

const found = runningSystem(dataFolder());
const { origin } = found.state;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Ready {
  readonly api: Api;
  readonly attempt: journey.Attempt;
}

async function prepare(count: number): Promise<Ready[]> {
  const [registrar, examiner, author] = await Promise.all(
    ['registrar', 'examiner', 'author'].map((name) => as(found.state, name)),
  );
  if (!registrar || !examiner || !author) throw new Error('an account is missing');
  const framework = await newestFramework(registrar);
  const { items: agencies } = await registrar.get<{ items: { agencyId: string }[] }>(
    'competency/agencies?limit=1',
  );
  const mint = await tokenMint(found);
  const mark = randomBytes(4).toString('hex');
  const roleIds = [framework.roles.find(({ code }) => code === 'GI')?.roleId];
  say(`registering ${count} practitioners`);
  const people = await eachOf(Array.from({ length: count }), 16, async (_, index) => {
    const { practitionerId } = await registrar.post<{ practitionerId: string }>(
      'competency/practitioners',
      {
        personnelNumber: `BENCH-${mark}-${index}`,
        givenName: 'Bench',
        familyName: `Candidate ${index}`,
        agencyId: agencies[0]?.agencyId,
        roleIds,
        reason: 'bench',
      },
    );
    return practitionerId;
  });
  const sittingId = await journey.sittingOf(examiner, EXAM);
  for (let at = 0; at < people.length; at += 1000)
    await journey.enrol(examiner, sittingId, people.slice(at, at + 1000));
  say(`starting and answering ${count} attempts`);
  const known = new Map<string, journey.KnownItem[]>();
  return eachOf(people, 16, async (practitionerId) => {
    const token = await mint(practitionerId);
    const account = {
      accessToken: token,
      expiresAt: new Date(),
      token: async () => token,
      refresh: async () => token,
    };
    const api = apiOf(origin, account);
    const attempt = await journey.start(
      { practitionerId, userName: '', password: '', api },
      sittingId,
    );
    const items =
      known.get(attempt.formId) ?? (await journey.itemsOf(author, examiner, attempt.formId));
    known.set(attempt.formId, items);
    await journey.save(origin, attempt, items);
    return { api, attempt };
  });
}

async function untilValid({ api }: Ready, deadline: number): Promise<number | null> {
  let code: string | undefined;
  for (;;) {
    // Verification is asked often enough for the figure, and seldom enough not to be the load.
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (performance.now() > deadline) return null;
    if (code === undefined) {
      const { items } = await api.get<{ items: journey.OwnCertificate[] }>(
        'certificates/me/certificates',
      );
      code = items.find(({ schemeCode }) => schemeCode === EXAM)?.code;
    }
    if (code !== undefined && (await journey.verifyCode(origin, code)).standing === 'valid')
      return performance.now();
  }
}

const quantile = (sorted: readonly number[], q: number): number | null =>
  sorted.length === 0
    ? null
    : Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0);

const ready = await prepare(RATE * SECONDS);
say(`submitting ${RATE} a second for ${SECONDS} s`);
const began = performance.now();
const submits: number[] = [];
const latencies: number[] = [];
let failures = 0;
await Promise.all(
  ready.map(async (one, index) => {
    const due = began + (index * 1000) / RATE;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const sent = performance.now();
    try {
      await journey.submit(origin, one.attempt);
      submits.push(performance.now() - sent);
      if (index % EVERY !== 0) return;
      const valid = await untilValid(one, sent + 60_000);
      if (valid === null) failures += 1;
      else latencies.push(valid - sent);
    } catch (error) {
      failures += 1;
      if (failures <= 3) say(String(error));
    }
  }),
);
const tookSeconds = (performance.now() - began) / 1000;
say('counting the certificates');
const certified = await eachOf(ready, 16, async ({ api }) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { items } = await api.get<{ items: journey.OwnCertificate[] }>(
      'certificates/me/certificates',
    );
    if (items.length > 0) return items.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 0;
});
latencies.sort((a, b) => a - b);
submits.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    bench: 'journey',
    rate: RATE,
    seconds: SECONDS,
    submitted: submits.length,
    tookSeconds: Math.round(tookSeconds),
    submitMs: { p50: quantile(submits, 0.5), p99: quantile(submits, 0.99) },
    validMs: {
      sampled: latencies.length,
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      p99: quantile(latencies, 0.99),
      max: quantile(latencies, 1),
    },
    certificates: certified.filter((count) => count === 1).length,
    none: certified.filter((count) => count === 0).length,
    moreThanOne: certified.filter((count) => count > 1).length,
    failures,
    goal: { p50: 150, p99: 1000 },
  }),
);
process.exit(0);
