// Child processes that never outlive the process that started them.
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Child {
  readonly pid: number;
  readonly exited: Promise<number | null>;
  /** Asks it to end by `signal`; kills it after `patienceMs`. Resolves when it is gone. */
  stop(signal: NodeJS.Signals, patienceMs: number): Promise<void>;
}

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly options?: SpawnOptions;
  readonly logFile: string;
  readonly onLine?: (line: string) => void;
}

/**
 * Starts a child in a process group of its own, so that a Ctrl-C in the terminal reaches only the
 * supervisor, which then stops everything in order. A guardian (`read` in a shell, on a pipe from
 * this process) ends the child when this process dies in whatever way, SIGKILL included.
 */
export function startChild(spec: ChildSpec): Child {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a', 0o600);
  const child = spawn(spec.command, [...spec.args], {
    ...spec.options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', (error) => {
      writeSync(log, `${error.message}\n`);
      resolve(127);
    });
  });
  forwardOutput(child, log, spec.onLine);
  const pid = child.pid ?? -1;
  const guardian = pid > 0 ? startGuardian(pid) : undefined;
  void exited.then(() => guardian?.kill('SIGKILL'));

  return {
    pid,
    exited,
    async stop(signal, patienceMs) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

function startGuardian(pid: number): ChildProcess {
  const script = 'read -r _; kill -INT "$1" 2>/dev/null; sleep 5; kill -KILL "$1" 2>/dev/null';
  const guardian = spawn('sh', ['-c', script, 'guardian', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.unref();
  const pipe = guardian.stdin;
  if (pipe && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  return guardian;
}

function forwardOutput(
  child: ChildProcess,
  log: number,
  onLine: ((line: string) => void) | undefined,
): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      writeSync(log, chunk);
      if (!onLine) return;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
  }
}

/** The command line of any process; empty when there is none (any more). */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
