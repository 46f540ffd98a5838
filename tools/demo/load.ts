// Loads the demonstration through the public API, by the accounts concerned. What is loaded is noted, so
// that a start that was cut short goes on with the part that is missing.
import type { State } from '../system/state.ts';
import type { Report, Steps } from '../system/steps.ts';
import {
  ADMINISTRATOR,
  as,
  isLoaded,
  DEMO_ACCOUNTS,
  makeAccount,
  readDemo,
  saveDemo,
  type DemoAccount,
} from './accounts.ts';
import { Refused, type Api } from './api.ts';
import { loadForms, loadItems, type FrameworkRef } from './load-bank.ts';
import { changeStates, issueInThePast, loadSchemes, PAST_DAYS } from './load-certificates.ts';
import { loadExam } from './load-exams.ts';
import { loadAgencies, loadFramework, loadPractitioners } from './load-people.ts';

type Framework = FrameworkRef & { roles: { roleId: string; code: string }[] };

type Part = readonly [
  name: string,
  words: string,
  load: (state: State, report: Report) => Promise<void>,
];

const PARTS: readonly Part[] = [
  ['people', 'Loading accounts, framework, agencies', loadBeginning],
  ['schemes', 'Loading schemes', schemes],
  ['past', 'Loading certificates of earlier years', past],
  ['practitioners', 'Loading practitioners and what they attained', practitioners],
  ['items', 'Loading items: written, reviewed, published', items],
  ['exams', 'Loading forms, exams, sittings', exams],
  ['states', 'Loading certificates in every state', states],
];

/**
 * Until the certificates of earlier years are there, that service's clock begins in the past: its keys
 * must be older than what they sign.
 */
export function demoEnvironment(folder: string, service: string): Record<string, string> {
  if (service !== 'certificates' || isLoaded(folder, 'past')) return {};
  return { SANAD_CLOCK_OFFSET_SECONDS: String(-PAST_DAYS * 86_400) };
}

export async function loadDemo(state: State, steps: Steps): Promise<void> {
  for (const [name, words, load] of PARTS) {
    if (readDemo(state).done.includes(name)) continue;
    await steps.step(words, (report) => load(state, report));
    const record = readDemo(state);
    saveDemo(state, { ...record, done: [...record.done, name] });
  }
}

async function loadBeginning(state: State, report: Report): Promise<void> {
  const admin = await as(state, ADMINISTRATOR);
  const { passwords } = readDemo(state);
  const national = DEMO_ACCOUNTS.filter((account) => account.agency === undefined);
  for (const account of national) {
    report(account.userName);
    await makeOnce(admin, account, passwords[account.userName] ?? '', undefined);
  }
  const { clientId, clientSecret } = await admin.post<{ clientId: string; clientSecret: string }>(
    'identity/clients',
    {
      name: 'Demo registry',
      permissions: ['registry.verify'],
      reason: 'demo registry',
    },
  );
  saveDemo(state, { ...readDemo(state), registry: { clientId, clientSecret } });
  const [registrar, council] = [await as(state, 'registrar'), await as(state, 'council')];
  report('framework');
  await loadFramework(registrar, council);
  const agencies = await loadAgencies(registrar);
  for (const account of DEMO_ACCOUNTS.filter((one) => one.agency !== undefined)) {
    report(account.userName);
    await makeOnce(
      admin,
      account,
      passwords[account.userName] ?? '',
      agencies.get(account.agency ?? ''),
    );
  }
}

/** An account that an earlier, interrupted start has made is left as it is. */
async function makeOnce(
  admin: Api,
  account: DemoAccount,
  password: string,
  agencyId: string | undefined,
): Promise<void> {
  try {
    await makeAccount(admin, account, password, agencyId);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
  }
}

async function practitioners(state: State, report: Report): Promise<void> {
  const registrar = await as(state, 'registrar');
  await loadPractitioners(
    registrar,
    await newestFramework(registrar),
    await agencyIds(registrar),
    report,
  );
}

async function schemes(state: State): Promise<void> {
  const certifier = await as(state, 'certifier');
  await loadSchemes(certifier, await as(state, 'chair'), await newestFramework(certifier));
}

async function past(state: State, report: Report): Promise<void> {
  const registrar = await as(state, 'registrar');
  const hands = {
    registrar,
    certifier: await as(state, 'certifier'),
    timekeeper: await as(state, 'timekeeper'),
  };
  await issueInThePast(hands, await newestFramework(registrar), await agencyIds(registrar), report);
}

async function states(state: State, report: Report): Promise<void> {
  await changeStates(await as(state, 'certifier'), report);
}

async function items(state: State, report: Report): Promise<void> {
  await loadItems(await bankHands(state), report);
}

async function exams(state: State, report: Report): Promise<void> {
  const hands = await bankHands(state);
  const framework = await newestFramework(hands.examiner);
  const chair = await as(state, 'chair');
  const candidates = await Promise.all(
    ['candidate', 'candidate2', 'certifier'].map((name) => personOf(state, name)),
  );
  for (const forms of await loadForms(hands, framework, report)) {
    report(`exam ${forms.competencyCode}-${forms.level}`);
    await loadExam({ examiner: hands.examiner, chair }, framework, forms, candidates, 90);
  }
}

async function bankHands(state: State) {
  const [author, reviewer, publisher, examiner] = await Promise.all(
    ['author', 'reviewer', 'publisher', 'examiner'].map((name) => as(state, name)),
  );
  if (!author || !reviewer || !publisher || !examiner) throw new Error('an account is missing');
  return { author, reviewer, publisher, examiner };
}

export async function newestFramework(api: Api): Promise<Framework> {
  const { items: found } = await api.get<{ items: { frameworkId: string; latest: number }[] }>(
    'competency/frameworks',
  );
  const newest = found.toSorted((one, other) => other.latest - one.latest)[0];
  if (!newest || newest.latest === 0) throw new Error('there is no published framework');
  return api.get<Framework>(
    `competency/frameworks/${newest.frameworkId}/versions/${newest.latest}`,
  );
}

async function agencyIds(api: Api): Promise<Map<string, string>> {
  const { items: found } = await api.get<{ items: { agencyId: string; code: string }[] }>(
    'competency/agencies?limit=500',
  );
  return new Map(found.map(({ agencyId, code }) => [code, agencyId]));
}

export async function personOf(state: State, userName: string): Promise<string> {
  const { person } = await (
    await as(state, userName)
  ).get<{ person: string | null }>('identity/me');
  if (person === null) throw new Error(`${userName} is nobody's account`);
  return person;
}
