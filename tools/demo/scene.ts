// The pages that are looked at: by whom, and what has to be there before.
import type { Page } from 'playwright-core';
import type { Found } from '../system/running.ts';
import { ADMINISTRATOR, as, readDemo } from './accounts.ts';
import { openDraft } from './framework-draft.ts';
import * as journey from './journey.ts';

/** What is prepared once and looked at in every look. */
export interface Scene {
  readonly candidate: journey.Candidate;
  readonly pages: readonly Shown[];
  /** A framework with a draft under way, and a competency of it. */
  readonly framework: { frameworkId: string; competencyId: string };
  /** Somebody who has not begun yet, enrolled in the sitting. */
  readonly fresh: () => Promise<{ candidate: journey.Candidate; sittingId: string }>;
}

export interface Shown {
  readonly name: string;
  readonly path: string;
  readonly by: (typeof PEOPLE)[number] | 'administrator' | 'auditor' | 'chair';
  /** Only what the window shows: what keeps to its edge would lie across a picture of the whole page. */
  readonly window?: true;
}

export const PEOPLE = [
  'nobody',
  'candidate',
  'analyst',
  'certifier',
  'author',
  'examiner',
  'registrar',
  'council',
] as const;

/** A practitioner who has passed one exam and may sit another. */
export async function prepareScene(found: Found): Promise<Scene> {
  const { state } = found;
  const [examiner, author] = [await as(state, 'examiner'), await as(state, 'author')];
  const candidate = await journey.newCandidate(state, 'GI');
  const passed = await journey.sittingOf(examiner, 'EV3-1');
  const open = await journey.sittingOf(examiner, 'EV3-2');
  for (const sitting of [passed, open])
    await journey.enrol(examiner, sitting, [candidate.practitionerId]);
  const attempt = await journey.start(candidate, passed);
  await journey.save(
    state.origin,
    attempt,
    await journey.itemsOf(author, examiner, attempt.formId),
  );
  await journey.submit(state.origin, attempt);
  const certificate = await journey.certificateOf(candidate, 'EV3-1');
  const framework = await openDraft(state);
  const frameworkPage = `/work/frameworks/${framework.frameworkId}`;
  const pages: Shown[] = [
    { name: 'start', path: '/', by: 'nobody' },
    { name: 'verify', path: `/verify/${certificate.code}`, by: 'nobody' },
    { name: 'home', path: '/home', by: 'candidate' },
    { name: 'before-exam', path: `/exams/${open}`, by: 'candidate' },
    { name: 'result', path: `/attempts/${attempt.attemptId}/result`, by: 'candidate' },
    { name: 'certificates', path: '/certificates', by: 'candidate' },
    { name: 'certificate', path: `/certificates/${certificate.id}`, by: 'candidate' },
    { name: 'national', path: '/national', by: 'analyst' },
    { name: 'case-file', path: `/certificates/${certificate.id}/case`, by: 'certifier' },
    { name: 'work-items', path: '/work/items', by: 'author' },
    { name: 'work-sitting', path: `/work/sittings/${passed}`, by: 'examiner' },
    {
      name: 'work-practitioner',
      path: `/work/practitioners/${candidate.practitionerId}`,
      by: 'registrar',
    },
    { name: 'work-framework', path: frameworkPage, by: 'council' },
    {
      name: 'work-framework-draft',
      path: `${frameworkPage}/draft?part=requirements#requirements`,
      by: 'registrar',
      window: true,
    },
  ];
  const fresh = async () => {
    const one = await journey.newCandidate(state, 'GI');
    await journey.enrol(examiner, open, [one.practitionerId]);
    return { candidate: one, sittingId: open };
  };
  return { candidate, pages, framework, fresh };
}

/** Signs in through the sign-in page; nobody stays a stranger on the first page. */
export async function signInAs(
  page: Page,
  found: Found,
  by: Shown['by'],
  candidate: journey.Candidate,
): Promise<void> {
  if (by === 'nobody') {
    await page.goto(found.state.origin);
    return;
  }
  const password =
    by === ADMINISTRATOR
      ? found.state.secrets.adminPassword
      : by === 'candidate'
        ? candidate.password
        : (readDemo(found.state).passwords[by] ?? '');
  await signInWith(page, found, by === 'candidate' ? candidate.userName : by, password);
}

export async function signInWith(
  page: Page,
  found: Found,
  userName: string,
  password: string,
): Promise<void> {
  await page.goto(`${found.state.origin}/auth/sign-in?return=/home`);
  await page.locator('input[name=userName]').fill(userName);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Declares, begins, and waits for the first question. */
export async function begin(page: Page, origin: string, sittingId: string): Promise<void> {
  await page.goto(`${origin}/exams/${sittingId}`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('checkbox').press('Space');
  await page.locator('main form button[type=submit]:not([disabled])').click();
  await page.waitForURL(/\/attempt$/);
  await page.locator('#declaration').waitFor({ state: 'detached' });
  await page.locator('h1.player__title').waitFor();
}
