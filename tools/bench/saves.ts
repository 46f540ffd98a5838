// Acknowledged saves a second: direct, through the gateway, and pgbench into the same table in the same run.
// Against a running system that it is given by environment; afterwards every acknowledged save is compared with the
// database, and what the bench wrote is taken away.
//
//   DATABASE_URL             of exam-delivery's role
//   SANAD_ATTEMPT_TOKEN_KEY, SANAD_SEAL_KEY   as exam-delivery has them
//   SANAD_BENCH_DIRECT       http://127.0.0.1:<port of exam-delivery>
//   SANAD_BENCH_GATEWAY      http://localhost:8080 (left out: not measured)
//   SANAD_BENCH_PIDS         {"exam-delivery": 1, "gateway": 2, "postgres": 3} for CPU time by process
//   SANAD_BENCH_SECONDS, SANAD_BENCH_CONNECTIONS   15 and 64
import pg from 'pg';
import { compareWithDatabase } from './saves/compare.ts';
import { cpuOf } from './saves/cpu.ts';
import { makeAttempts, removeAttempts } from './saves/attempts.ts';
import { runPgbench } from './saves/pgbench.ts';
import { driveSaves } from './saves/drive.ts';
import type { Drive } from './saves/drive.ts';

const json = process.argv.includes('--json');
const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') {
    console.error(`${name} is not set; see the first lines of tools/bench/saves.ts.`);
    process.exit(1);
  }
  return value;
};
const say = (row: Record<string, unknown>): void =>
  console.log(
    json
      ? JSON.stringify({ bench: 'saves', ...row })
      : Object.entries(row)
          .map(
            ([name, value]) =>
              `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
          )
          .join('  '),
  );

const databaseUrl = need('DATABASE_URL');
const seconds = Number(process.env['SANAD_BENCH_SECONDS'] ?? 15);
const connections = Number(process.env['SANAD_BENCH_CONNECTIONS'] ?? 64);
const pids = JSON.parse(process.env['SANAD_BENCH_PIDS'] ?? '{}') as Record<string, number>;
const gateway = process.env['SANAD_BENCH_GATEWAY'] ?? '';
const paths = [
  { path: 'direct', origin: need('SANAD_BENCH_DIRECT') },
  ...(gateway === '' ? [] : [{ path: 'gateway', origin: gateway }]),
];

const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();
const attempts = await makeAttempts(client, {
  count: connections * 16,
  tokenKey: Buffer.from(need('SANAD_ATTEMPT_TOKEN_KEY'), 'hex'),
  sealKey: Buffer.from(need('SANAD_SEAL_KEY'), 'hex'),
});
let failed = false;
try {
  // Before and after: the machine's day changes, and the ratio should not.
  const before = await runPgbench(databaseUrl, seconds, 16);
  const drives: { path: string; drive: Drive }[] = [];
  for (const { path, origin } of paths) {
    await driveSaves(origin, attempts, connections, 3);
    const cpu = cpuOf(pids);
    const drive = await driveSaves(origin, attempts, connections, seconds);
    drives.push({ path, drive });
    say({
      path,
      connections,
      seconds,
      savesPerSecond: Math.round(drive.saved / drive.seconds),
      p50ms: drive.percentile(0.5),
      p95ms: drive.percentile(0.95),
      p99ms: drive.percentile(0.99),
      failures: drive.failures,
      cpuMsPerSave: cpu.since(drive.saved),
    });
    if (drive.failures > 0) failed = true;
  }
  const after = await runPgbench(databaseUrl, seconds, 16);
  const tps = (before + after) / 2;
  say({
    path: 'pgbench',
    clients: 16,
    seconds,
    insertsPerSecond: Math.round(tps),
    before: Math.round(before),
    after: Math.round(after),
  });
  for (const { path, drive } of drives)
    say({
      ratio: path,
      toPgbench: Number((drive.saved / drive.seconds / tps).toFixed(3)),
      goal: path === 'direct' ? 0.5 : 0.25,
    });
  const comparison = await compareWithDatabase(client, attempts);
  say({
    compared: comparison.acknowledged,
    missing: comparison.missing,
    different: comparison.different,
  });
  if (comparison.missing + comparison.different > 0) failed = true;
} finally {
  await removeAttempts(client);
  await client.end();
}
process.exit(failed ? 1 : 0);
