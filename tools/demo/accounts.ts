// One demo account for each kind of person. Passwords are random, made at first start and kept at 0600.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PermissionName } from '#libs/service-kit';
import type { State } from '../system/state.ts';
import { writePrivate } from '../system/state.ts';
import { apiOf, type Api } from './api.ts';
import { signIn } from './sign-in.ts';

export interface DemoAccount {
  readonly userName: string;
  readonly displayName: string;
  /** Who this is, in the words of the printed table. */
  readonly who: string;
  readonly permissions: readonly PermissionName[];
  /** Set where the account belongs to a practitioner. */
  readonly personnelNumber?: string;
  /** The code of an agency; left out for a national account. */
  readonly agency?: string;
}

export const ADMINISTRATOR = 'administrator';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    userName: 'candidate',
    displayName: 'Firuz Candidate',
    who: 'Candidate: a practitioner with a gap',
    permissions: ['exams.sit'],
    personnelNumber: 'DEMO-CANDIDATE-1',
    agency: 'VMKB',
  },
  {
    userName: 'candidate2',
    displayName: 'Second Candidate',
    who: 'Candidate: a second practitioner',
    permissions: ['exams.sit'],
    personnelNumber: 'DEMO-CANDIDATE-2',
    agency: 'VMKB',
  },
  {
    userName: 'registrar',
    displayName: 'Registrar',
    who: 'Registrar: practitioners, agencies, frameworks',
    permissions: [
      'practitioners.manage',
      'practitioners.read',
      'frameworks.edit',
      'attainments.record',
    ],
  },
  {
    userName: 'council',
    displayName: 'Framework council',
    who: 'Council: publishes frameworks, withdraws attainments',
    permissions: ['frameworks.publish', 'attainments.withdraw', 'practitioners.read'],
  },
  {
    userName: 'author',
    displayName: 'Item author',
    who: 'Author: writes items',
    permissions: ['items.write'],
  },
  {
    userName: 'reviewer',
    displayName: 'Item reviewer',
    who: 'Reviewer: reviews items',
    permissions: ['items.review'],
  },
  {
    userName: 'publisher',
    displayName: 'Item publisher',
    who: 'Publisher: publishes items and forms',
    permissions: ['items.publish', 'forms.publish'],
  },
  {
    userName: 'examiner',
    displayName: 'Exam officer',
    who: 'Exam officer: forms, exams, sittings',
    permissions: ['forms.assemble', 'exams.edit', 'sittings.manage', 'practitioners.read'],
  },
  {
    userName: 'chair',
    displayName: 'Chair of the board',
    who: 'Chair: publishes exams and schemes, decides, releases, voids',
    permissions: [
      'exams.publish',
      'results.decide',
      'results.release',
      'attempts.void',
      'schemes.publish',
      'keys.replace',
      'cases.read',
      'scoring.read',
      'practitioners.read',
    ],
  },
  {
    userName: 'certifier',
    displayName: 'Certification officer',
    who: 'Certification officer: schemes, certificates (and a candidate himself)',
    permissions: [
      'schemes.edit',
      'certificates.read',
      'certificates.issue',
      'certificates.suspend',
      'certificates.withdraw',
      'cases.read',
      'practitioners.read',
      'exams.sit',
    ],
    personnelNumber: 'DEMO-OFFICER-1',
  },
  {
    userName: 'analyst',
    displayName: 'Ministry analyst',
    who: 'Analyst: the national page',
    permissions: ['national.read'],
  },
  {
    userName: 'timekeeper',
    displayName: 'Timekeeper',
    who: 'Timekeeper: moves the clock of a service (never in production)',
    permissions: ['system.clock'],
  },
  {
    userName: 'auditor',
    displayName: 'Auditor',
    who: 'Auditor: audit trails, dead letters',
    permissions: ['audit.read', 'deadletters.manage', 'cases.read', 'practitioners.read'],
  },
];

export interface DemoRecord {
  readonly passwords: Record<string, string>;
  registry?: { clientId: string; clientSecret: string };
  /** The parts that are loaded. */
  done: string[];
}

const fileOf = (state: State): string => state.path('demo.json');

export function readDemo(state: State): DemoRecord {
  const file = fileOf(state);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoRecord;
  const names = DEMO_ACCOUNTS.map((account) => account.userName);
  const record: DemoRecord = {
    passwords: Object.fromEntries(
      names.map((name) => [name, randomBytes(12).toString('base64url')]),
    ),
    done: [],
  };
  writePrivate(file, record);
  return record;
}

export const saveDemo = (state: State, record: DemoRecord): void =>
  writePrivate(fileOf(state), record);

/** Whether a part of the demo is loaded, known without making anything. */
export function isLoaded(folder: string, part: string): boolean {
  const file = join(folder, 'demo.json');
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as DemoRecord).done.includes(part);
}

/** Signs in as a demo account, or as the administrator. */
export async function as(state: State, userName: string): Promise<Api> {
  const password =
    userName === ADMINISTRATOR ? state.secrets.adminPassword : readDemo(state).passwords[userName];
  if (password === undefined) throw new Error(`there is no demo account ${userName}`);
  return apiOf(state.origin, await signIn(state.origin, userName, password));
}

/** Makes the account with a password of its own; `agencyId` where it belongs to one. */
export async function makeAccount(
  admin: Api,
  account: DemoAccount,
  password: string,
  agencyId: string | undefined,
): Promise<Api> {
  const { userName, displayName, permissions, personnelNumber } = account;
  const { oneTimePassword } = await admin.post<{ oneTimePassword: string }>('identity/accounts', {
    userName,
    displayName,
    permissions,
    reason: 'demo account',
    ...(personnelNumber === undefined ? {} : { personnelNumber }),
    ...(agencyId === undefined ? {} : { agency: agencyId }),
  });
  const signedIn = await signIn(admin.origin, userName, oneTimePassword, { newPassword: password });
  return apiOf(admin.origin, signedIn);
}
