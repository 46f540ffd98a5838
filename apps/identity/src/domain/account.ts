export type Locale = 'en' | 'ru' | 'tg';

/** 'one-time' was handed out by somebody else and only serves to set a password of one's own. */
export type PasswordState = 'one-time' | 'own';

export interface Account {
  id: string;
  userName: string;
  displayName: string;
  person: string | null;
  agency: string | null;
  permissions: string[];
  locale: Locale;
  passwordHash: string;
  passwordState: PasswordState;
  passwordExpiresAt: Date | null;
  lockedAt: Date | null;
  version: number;
  createdAt: Date;
}

/** One spelling for what people type: case and surrounding blanks do not make another account. */
export const normaliseUserName = (typed: string): string =>
  typed.normalize('NFKC').trim().toLowerCase();

export const ADMINISTRATOR_PERMISSIONS: readonly string[] = [
  'accounts.manage',
  'audit.read',
  'deadletters.manage',
  'system.clock',
];

/** Somebody who can bring everybody else back in: unlocked, national, managing accounts. */
export const isAdministrator = (
  account: Pick<Account, 'agency' | 'permissions' | 'lockedAt'>,
): boolean =>
  account.lockedAt === null &&
  account.agency === null &&
  account.permissions.includes('accounts.manage');
