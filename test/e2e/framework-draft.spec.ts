// A framework's next version, edited in forms by one person and published by another, in a real browser.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ADMINISTRATOR, as, makeAccount, readDemo } from '../../tools/demo/accounts.ts';
import { apiOf, Refused, type Api } from '../../tools/demo/api.ts';
import { signIn } from '../../tools/demo/sign-in.ts';
import { signInWith } from '../../tools/demo/scene.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { emptyPage } from './page-of.ts';

interface Content {
  title: Record<string, string>;
  competencies: { competencyId: string; code: string }[];
  roles: { roleId: string; code: string; title: Record<string, string> }[];
  requirements: { roleId: string; competencyId: string; level: number }[];
}

interface Draft {
  latest: number;
  etag: string;
  document: Content | null;
}

const WORDS = 'Чизҳоро меёбад ва тартиб медиҳад.';

let found: Found;
let origin: string;
let browser: Browser;
let registrar: Api;
/** May edit and publish, as no demo account may. */
let both: { api: Api; userName: string; password: string };
let page: Page;
let overview: string;
let frameworkId: string;
let latest: number;
let competencyId: string;
let descriptor: string;
const faults: string[] = [];

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  origin = found.state.origin;
  registrar = await as(found.state, 'registrar');
  both = await editorAndPublisher();
  const { items } = await registrar.get<{
    items: { frameworkId: string; code: string; latest: number }[];
  }>('competency/frameworks');
  const framework = items.find(({ code }) => code === 'CYB');
  if (!framework) throw new Error('the demo has no framework');
  ({ frameworkId, latest } = framework);
  const { competencies } = await published();
  competencyId = competencies[0]?.competencyId ?? '';
  descriptor = `competencies.${competencyId}.descriptors.2.text.tg`;
  overview = `${origin}/work/frameworks/${frameworkId}`;
  browser = await openBrowser();
  page = await pageOf('registrar');
}, 120_000);

afterAll(() => browser.close());

describe('the draft of a framework', () => {
  it('begins from the published version, and is changed in forms and saved', async () => {
    await beginDraft();
    await part('Competencies');
    await page.getByRole('button', { name: /^Change: EV1/ }).click();
    // What was published keeps its code: there is no field for it.
    expect(await page.locator(`input[id="competencies.${competencyId}.code"]`).count()).toBe(0);
    await field(descriptor).fill(WORDS);
    await page.getByText('Not saved yet').waitFor();
    await save();
    await page.reload();
    await field(descriptor).waitFor();
    expect(await field(descriptor).inputValue()).toBe(WORDS);
  });

  it('sets requirements by the keyboard alone: arrows go on, a figure sets, Delete takes away', async () => {
    const { roles, competencies } = await draft();
    const cell = (role: number, competency: number) =>
      `requirements.${roles[role]?.roleId}.${competencies[competency]?.competencyId}`;
    await part('Requirements');
    await field(cell(0, 0)).focus();
    await page.keyboard.press('4');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await focused(cell(1, 1)).waitFor();
    await save();
    const { requirements } = await draft();
    const levelAt = (role: number, competency: number) =>
      requirements.find(
        (each) => `requirements.${each.roleId}.${each.competencyId}` === cell(role, competency),
      )?.level;
    expect([levelAt(0, 0), levelAt(1, 1)]).toEqual([4, undefined]);
  });

  it('says at its field what even a draft may not be, and keeps what was typed', async () => {
    await part('Roles');
    await page.getByRole('button', { name: 'Add a role' }).click();
    await focused('.code').waitFor();
    await page.keyboard.type('ҷ');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('alert').getByText('Nothing was saved').waitFor();
    await part('Levels');
    await page.getByRole('alert').getByRole('link').click();
    await focused('.code').waitFor();
    expect(await focused('.code').inputValue()).toBe('ҷ');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('NEW');
    await save();
  });

  it('leads to each place that the service still misses before publication', async () => {
    const missing = page.getByRole('link', { name: /^Roles, NEW, Тоҷикӣ/ });
    await missing.click();
    await focused('.title.tg').waitFor();
    await page.keyboard.type('Вазифаи нав');
    await missing.waitFor({ state: 'detached' });
  });

  it('asks before it is left with what is not saved', async () => {
    await page.getByRole('link', { name: 'Frameworks' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    expect(await page.getByLabel('Тоҷикӣ').first().inputValue()).toBe('Вазифаи нав');
  });

  it('loses nothing typed when another saved meanwhile, and shows what that was', async () => {
    const now = await both.api.get<Draft>(`competency/frameworks/${frameworkId}/draft`);
    const theirs = { ...(now.document as Content) };
    theirs.title = { ...theirs.title, en: 'Theirs' };
    await both.api.put(`competency/frameworks/${frameworkId}/draft`, theirs, {
      'if-match': now.etag,
    });
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const conflict = page.getByRole('alert');
    await conflict.getByText('Somebody else saved this draft').waitFor();
    await conflict.getByText('What the other person changed', { exact: true }).click();
    await conflict.getByText('Theirs', { exact: true }).waitFor();
    await conflict.getByRole('button', { name: 'Save mine in place of theirs' }).click();
    await conflict.waitFor({ state: 'detached' });
    const { roles, title } = await draft();
    expect(title['en']).not.toBe('Theirs');
    expect(roles.at(-1)?.title['tg']).toBe('Вазифаи нав');
  });

  it('removes what was published only after it said what goes with it, and brings it back', async () => {
    await part('Competencies');
    const gone = page.getByRole('button', { name: /^Bring EV1 .* back/ });
    await page.getByRole('button', { name: /^Remove EV1/ }).click();
    await page.getByText(`It stood in version ${latest}.`).waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await gone.click();
    await gone.waitFor({ state: 'detached' });
    expect((await draft()).competencies[0]?.competencyId).toBe(competencyId);
  });
});

describe('the publication', () => {
  it('is not for who edited, who may publish otherwise', async () => {
    const own = await pageOf(both);
    await own.goto(overview);
    await own.getByText('Who edited a draft does not publish it.').waitFor();
    expect(await own.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
    const refused = await both.api
      .post(`competency/frameworks/${frameworkId}/publish`, { reason: 'My own.' })
      .catch((error: unknown) => error);
    expect(refused instanceof Refused && refused.problem.reason).toBe('edited-by-publisher');
    await own.context().close();
  });

  it('shows its publisher what changes, and no way to edit', async () => {
    const council = await pageOf('council');
    await council.goto(overview);
    const lost = council.getByRole('table', { name: 'Attainments that will not count' });
    await lost.getByText('EV1').waitFor();
    const raised = council.getByRole('row').filter({ hasText: 'raised' });
    await raised.filter({ hasText: 'EV1' }).first().waitFor();
    await council.getByText('Role NEW').waitFor();
    expect(await council.getByRole('link', { name: 'Change the draft' }).count()).toBe(0);
    await council.goto(`${overview}/draft`);
    await council.getByText('may read drafts but not change them').waitFor();
    await council.context().close();
  });

  it('is the act of another person, on what they read', async () => {
    // For the tests beside this one the version that comes means what the one before meant.
    await page.goto('about:blank');
    const now = await registrar.get<Draft>(`competency/frameworks/${frameworkId}/draft`);
    await registrar.put(`competency/frameworks/${frameworkId}/draft`, await asBefore(), {
      'if-match': now.etag,
    });
    const council = await pageOf('council');
    await council.goto(overview);
    await council.getByText('Nothing changes yet.').waitFor();
    await council.getByRole('button', { name: 'Publish', exact: true }).click();
    await council.getByLabel('Reason').fill('Read and found right.');
    await council.locator('.act').getByRole('button', { name: 'Publish' }).click();
    await council.getByRole('link', { name: new RegExp(`^Version ${latest + 1}, `) }).waitFor();
    await council.context().close();
  });

  it('and no page broke a rule of its own on the way', () => {
    expect(faults).toEqual([]);
  });
});

async function editorAndPublisher(): Promise<typeof both> {
  const admin = await as(found.state, ADMINISTRATOR);
  const userName = `framework-both-${Date.now()}`;
  const password = crypto.randomUUID();
  await makeAccount(
    admin,
    {
      userName,
      displayName: 'Editor and publisher',
      who: '',
      permissions: ['frameworks.edit', 'frameworks.publish'],
    },
    password,
    undefined,
  );
  return { api: apiOf(origin, await signIn(origin, userName, password)), userName, password };
}

async function pageOf(who: 'registrar' | 'council' | typeof both): Promise<Page> {
  const own = await emptyPage(browser);
  own.on('pageerror', (error) => faults.push(error.message));
  own.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  const { userName, password } = typeof who === 'string' ? demo(who) : who;
  await signInWith(own, found, userName, password);
  return own;
}

const demo = (userName: string) => ({
  userName,
  password: readDemo(found.state).passwords[userName] ?? '',
});

/** Opens the draft; where another test has begun one, that. */
async function beginDraft(): Promise<void> {
  await page.goto(overview);
  const begin = page.getByRole('button', { name: `New draft from version ${latest}` });
  const change = page.getByRole('link', { name: 'Change the draft' });
  const opened = page.getByRole('heading', { name: `Draft of version ${latest + 1}` });
  await begin.or(change).click();
  await opened.or(page.getByRole('alert')).first().waitFor();
  if (await opened.isVisible()) return;
  await page.reload();
  await change.click();
  await opened.waitFor();
}

/** The field that has the cursor, if its id ends so. */
const focused = (ending: string) => page.locator(`[id$="${ending}"]:focus`);

const field = (id: string) => page.locator(`[id="${id}"]`);

const part = (name: string) => page.getByText(name, { exact: true }).first().click();

async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText(/^Saved \d/).waitFor();
}

async function draft(): Promise<Content> {
  const { document } = await registrar.get<Draft>(`competency/frameworks/${frameworkId}/draft`);
  if (document === null) throw new Error('there is no draft');
  return document;
}

const published = () =>
  registrar.get<Content>(`competency/frameworks/${frameworkId}/versions/${latest}`);

async function asBefore(): Promise<object> {
  const added = ['frameworkId', 'version', 'publishedAt', 'equivalentTo'];
  const kept = Object.entries(await published()).filter(([name]) => !added.includes(name));
  return { ...Object.fromEntries(kept), equivalence: [] };
}
