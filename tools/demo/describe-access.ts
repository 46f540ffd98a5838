import type { State } from '../system/state.ts';
import { ADMINISTRATOR, DEMO_ACCOUNTS, readDemo } from './accounts.ts';

/** The tidy block at the end of `npm start`: where to go, and whom to sign in as. */
export function describeAccess(state: State, tookMs: number): string {
  const { passwords, registry, done } = readDemo(state);
  const { origin } = state;
  const rows = [
    ...(done.length > 0
      ? DEMO_ACCOUNTS.map(({ userName, who }) => [userName, passwords[userName] ?? '', who])
      : []),
    [ADMINISTRATOR, state.secrets.adminPassword, 'Administrator: accounts, permissions'],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map(
    ([name = '', password = '', who = '']) =>
      `    ${name.padEnd(widths[0] ?? 0)}  ${password.padEnd(widths[1] ?? 0)}  ${who}`,
  );
  return [
    '',
    `  Sanad is ready at ${origin}  (${(tookMs / 1000).toFixed(1)} s)`,
    '',
    `    Sign in               ${origin}/`,
    `    Verify a certificate  ${origin}/verify`,
    `    National page         ${origin}/national  (analyst)`,
    `    Work pages            ${origin}/work  (each officer sees his own)`,
    `    API                   ${origin}/api/competency/docs  (and question-bank, exam-delivery, certificates, identity)`,
    '',
    '  Demo accounts (user name, password, who):',
    ...table,
    ...(registry
      ? ['', `    registry client       ${registry.clientId}  ${registry.clientSecret}`]
      : []),
    '',
    '  npm run demo shows the whole journey. Ctrl-C stops everything; the state stays in .data/ (npm run reset deletes it).',
    '',
    '',
  ].join('\n');
}
