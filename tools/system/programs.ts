// Runs a program to its end, its output kept or passed through.
import { spawn } from 'node:child_process';
import { PROJECT } from './project.ts';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** With `show`, the output goes to the terminal and is not kept. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: PROJECT,
      env: { ...process.env, ...options.env },
      stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => child.kill(signal));
  });
}

/** A program of a package, run by the pinned Node. */
export const node = (program: string, ...args: string[]): [string, string[]] => [
  process.execPath,
  [program, ...args],
];
