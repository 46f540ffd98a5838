// A system on a folder and a port of its own, driven by the verbs as a person at the terminal does.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineOf } from '../../tools/engines/children.ts';
import { freePorts } from '../../tools/engines/ports.ts';
import { PROJECT } from '../../tools/system/project.ts';

export interface Home {
  readonly folder: string;
  readonly port: number;
  readonly origin: string;
}

export interface Verb {
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** All that it has said so far. */
  said(): string;
  /** Resolves once it has said this; rejects when it ends without. */
  says(words: string): Promise<void>;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export async function freshHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-own-'));
  chmodSync(folder, 0o711);
  const [port = 0] = await freePorts(1);
  return { folder, port, origin: `http://localhost:${port}` };
}

export function verb(
  home: Home,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Verb {
  const child = spawn(process.execPath, ['tools/sanad.ts', ...args], {
    cwd: PROJECT,
    env: {
      ...process.env,
      SANAD_DATA_DIR: home.folder,
      PORT: String(home.port),
      DATABASE_URL: '',
      KAFKA_BROKERS: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return {
    ended,
    said: () => said,
    says: (words) =>
      new Promise((found, failed) => {
        const look = (): void => {
          if (!said.includes(words)) return;
          waiting.delete(look);
          found();
        };
        waiting.add(look);
        look();
        void ended.then(() => failed(new Error(`it ended without "${words}":\n${said}`)));
      }),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

export function isAlive(pid: number): boolean {
  return commandLineOf(pid) !== '';
}

/** The command lines that name the folder, of all processes of this machine. */
export function commandsOn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLineOf(Number(pid)))
    .filter((command) => command.includes(folder));
}
