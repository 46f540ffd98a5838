import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// The same row that a save writes, one a transaction, prepared.
const script = `insert into journal (attempt_id, seq, kind, item, body, claimed_at, server_at, device, hash)
values (gen_random_uuid(), 1, 'bench', '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11', '{"RESPONSE":"A"}',
  '2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z', 'HBoM2sIkzgmWcKvbY4nSsQ',
  sha256('bench'));
`;

/** Inserts a second by pgbench with its own clients; PGBENCH names the program. */
export async function runPgbench(
  databaseUrl: string,
  seconds: number,
  clients: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-pgbench-'));
  try {
    const file = join(folder, 'insert.sql');
    writeFileSync(file, script);
    const program = process.env['PGBENCH'] ?? 'pgbench';
    const shape = `-n -M prepared -c ${clients} -j 2 -T ${seconds}`.split(' ');
    const { stdout } = await run(program, [...shape, '-f', file, databaseUrl]);
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (tps === undefined) throw new Error(`pgbench said nothing of its speed:\n${stdout}`);
    return Number(tps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
