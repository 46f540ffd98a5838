import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle } from '../engines/say.ts';
import { buildWhatChanged } from '../system/build.ts';
import { runProgram } from '../system/programs.ts';
import { runningSystem } from '../system/running.ts';
import { terminalSteps } from '../system/steps.ts';
import { PROJECT } from '../system/project.ts';

/** Benches that load a running system get its addresses and keys; the others run by themselves. */
const ON_A_RUNNING_SYSTEM = new Set(['saves', 'journey']);
/** These import what has to be compiled. */
const FROM_BUILT = new Set(['journey', 'start']);

/** `npm run bench -- NAME [--json]`: one bench, one JSON object a line. */
export async function run([name = '', ...args]: string[]): Promise<number> {
  const file = join(PROJECT, 'tools', 'bench', `${name}.ts`);
  const names = readdirSync(join(PROJECT, 'tools', 'bench'))
    .filter((entry) => entry.endsWith('.ts'))
    .map((entry) => entry.replace('.ts', ''));
  if (name === '' || !existsSync(file))
    throw new Obstacle(`There is no bench "${name}".`, `Benches: ${names.join(', ')}`);
  await buildWhatChanged(PROJECT, { ...terminalSteps(), step: (_, act) => act(() => undefined) });
  const { code } = await runProgram(
    process.execPath,
    [
      ...(FROM_BUILT.has(name) ? [] : ['--conditions=source']),
      '--disable-warning=ExperimentalWarning',
      file,
      ...args,
    ],
    { show: true, env: ON_A_RUNNING_SYSTEM.has(name) ? addresses() : {} },
  );
  return code;
}

function addresses(): Record<string, string> {
  const { system, state } = runningSystem();
  const own = new URL(system.databaseUrl);
  own.username = 'sanad_exam_delivery';
  own.password = state.secrets.rolePasswords['exam_delivery'] ?? '';
  return {
    DATABASE_URL: own.href,
    SANAD_ATTEMPT_TOKEN_KEY: state.secrets.attemptTokenKey,
    SANAD_SEAL_KEY: state.secrets.sealKey,
    SANAD_BENCH_DIRECT: `http://127.0.0.1:${system.ports['exam-delivery']}`,
    SANAD_BENCH_GATEWAY: system.origin,
    SANAD_BENCH_PIDS: JSON.stringify(system.pids),
  };
}
