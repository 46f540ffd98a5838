// The folder of one running system (.data/ by default): secrets made at first start, kept at 0600.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  readonly superPassword: string;
  readonly rolePasswords: Readonly<Record<string, string>>;
  readonly personKey: string;
  readonly sealKey: string;
  readonly keyEncryptionKey: string;
  readonly identityKey: string;
  readonly sessionKey: string;
  readonly attemptTokenKey: string;
  readonly clientSecret: string;
  readonly adminPassword: string;
  readonly controlToken: string;
}

export interface State {
  readonly folder: string;
  readonly secrets: Secrets;
  readonly origin: string;
  path(...parts: string[]): string;
}

const hexKey = (): string => randomBytes(32).toString('hex');
const password = (): string => randomBytes(15).toString('base64url');

export const DATABASE_ROLES = [
  'competency',
  'question_bank',
  'exam_delivery',
  'certificates',
  'identity',
] as const;

export function readState(folder: string): { secrets: Secrets; origin: string } | undefined {
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as { secrets: Secrets; origin: string };
}

/** Finds the state of `folder`, or makes it with fresh secrets for `origin`. */
export function openState(folder: string, origin: string): State {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const stored = readState(folder);
  const state = stored ?? { secrets: freshSecrets(), origin };
  if (!stored) writePrivate(join(folder, 'secrets.json'), state);
  return { folder, ...state, path: (...parts) => join(folder, ...parts) };
}

function freshSecrets(): Secrets {
  return {
    superPassword: password(),
    rolePasswords: Object.fromEntries(DATABASE_ROLES.map((role) => [role, password()])),
    personKey: hexKey(),
    sealKey: hexKey(),
    keyEncryptionKey: hexKey(),
    identityKey: hexKey(),
    sessionKey: hexKey(),
    attemptTokenKey: hexKey(),
    clientSecret: hexKey(),
    adminPassword: password(),
    controlToken: password(),
  };
}

/** Whole or not at all, and readable by its owner only. */
export function writePrivate(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
