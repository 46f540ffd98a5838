// After a journey at debug level, everything that the house has written or sent is searched for what it
// may tell nobody: answer keys, passwords, tokens, personnel numbers, names.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { as } from '../../tools/demo/accounts.ts';
import { apiOf } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { signIn } from '../../tools/demo/sign-in.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';
import { openBrowser } from '../engines/browser.ts';
import { firstSignIn } from './leaks/candidate.ts';
import { newPerson, type Person } from './leaks/person.ts';
import { logsIn, tablesOf, topicsOf, type Place } from './leaks/places.ts';
import {
  foundIn,
  keysOfItems,
  passwordsOf,
  peopleOfTheDemo,
  questions,
  secrets,
  shapesOfKeys,
  writtenKeys,
  type Secret,
} from './leaks/secrets.ts';
import { recordTraffic, type Traffic } from './leaks/traffic.ts';
import { answerAll, handIn } from './sit-in-browser.ts';

const EXAM = 'EV3-1';
const PACKAGE = 'the opened package';
const JWT = /\beyJ[\w-]{12,}\.eyJ[\w-]{12,}\.[\w-]{12,}/;

let found: Found;
let person: Person;
let browser: Browser;
let traffic: Traffic;
let opened: string;
let logs: Place[];
let topics: Place[];
let tables: Place[];
let tokens: Secret[];
let scriptSees: string;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  const { state, system } = found;
  person = await newPerson(state);
  const examiner = await as(state, 'examiner');
  const author = await as(state, 'author');
  const sittingId = await journey.sittingOf(examiner, EXAM);
  await journey.enrol(examiner, sittingId, [person.practitionerId]);

  browser = await openBrowser();
  const context = await browser.newContext({ locale: 'en-GB' });
  traffic = recordTraffic(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await firstSignIn(page, state.origin, person);
  await answerAll(page, async () => {
    await traffic.settled();
    return journey.itemsOf(author, examiner, started<{ formId: string }>().formId);
  });
  await handIn(page);
  const { userName, password } = person;
  const account = await signIn(state.origin, userName, password);
  const candidate = { ...person, api: apiOf(state.origin, account) };
  const { id, code } = await journey.certificateOf(candidate, EXAM);
  await page.goto(`${state.origin}/certificates`);
  await page.getByText(code).first().waitFor();
  await (
    await as(state, 'certifier')
  ).post(`certificates/certificates/${id}/suspend`, {
    reasonCode: 'investigation',
    reason: 'An inquiry into the sitting is open.',
  });
  scriptSees = await page.evaluate(
    'document.cookie + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })',
  );
  await traffic.settled();
  opened = traffic.openedPackage();
  tokens = tokensOf(account.accessToken);
  [topics, tables] = [await topicsOf(system.kafkaBrokers), await tablesOf(system.databaseUrl)];
  logs = logsIn(state.path('logs'));
}, 300_000);

afterAll(() => browser.close());

/** What the start of the attempt answered. */
const started = <T>(): T =>
  JSON.parse(traffic.answers.find(({ address }) => address.endsWith('/start'))?.text ?? '{}') as T;

/** What opened something in this journey: to API, page, attempt and sign-in. */
function tokensOf(accessToken: string): Secret[] {
  const { token } = started<{ token: string }>();
  const cookies = traffic.setCookies
    .flatMap((lines) => lines.split('\n'))
    .flatMap((line) => /^[^=]+=([^;]{20,})/.exec(line)?.[1] ?? []);
  const codes = traffic.requests.flatMap((line) => /[?&]code=([^&]+)/.exec(line)?.[1] ?? []);
  return [
    ...secrets('access token', [accessToken, accessToken.split('.')[2], JWT]),
    ...secrets('token of the attempt', [token, token.split('.').at(-1)]),
    ...secrets('secret of the device', [traffic.devices[0]]),
    ...secrets('cookie', cookies),
    ...secrets('authorization code', codes),
  ];
}

const everywhere = (): Place[] => [...logs, ...topics, ...tables];
const sent = (): Place[] => [
  ...traffic.answers.map(({ address, text }) => ({ name: `answer of ${address}`, text })),
  { name: PACKAGE, text: opened },
];

const own = (): Secret[] =>
  secrets('name of the candidate', [person.familyName, person.givenName, person.displayName]);

describe('the search', () => {
  it('finds what has to be there: it was made at debug level, and of every place', () => {
    const textOf = (name: string): string =>
      everywhere().find((place) => place.name === name)?.text ?? '';
    for (const service of ['identity', 'competency', 'exam-delivery', 'certificates']) {
      expect(textOf(`log ${service}.log`)).toContain('"level":"debug"');
    }
    expect(textOf('topic practitioner')).toContain(person.familyName);
    for (const topic of ['affiliation', 'attempt', 'result', 'attainment', 'certificate']) {
      expect([topic, textOf(`topic ${topic}`).includes(person.practitionerId)]).toEqual([
        topic,
        true,
      ]);
    }
    expect(textOf('table exam_delivery.outbox')).toContain(person.practitionerId);
    expect(foundIn([{ name: 'package', text: opened }], questions()).length).toBeGreaterThan(20);
    expect(tokens.length).toBeGreaterThan(6);
  });

  it('finds every key by its shape, however it is written', () => {
    const written = writtenKeys();
    expect(written.length).toBe(72 * 7);
    const shapes = shapesOfKeys();
    expect(
      written.filter((place) => foundIn([place], shapes).length === 0).map(({ name }) => name),
    ).toEqual([]);
  });
});

describe('no answer key', () => {
  it('and no question is in a log, a topic or a table', () => {
    // Candidates' own answers stand in the journal.
    const places = everywhere().filter(({ name }) => name !== 'table exam_delivery.journal');
    expect(foundIn(places, [...keysOfItems(), ...questions()])).toEqual([]);
  });

  it('is in a log, a topic or a table by its shape, though it were a single letter', () => {
    expect(foundIn(everywhere(), shapesOfKeys())).toEqual([]);
  });

  it('is sent to the candidate, in the opened package neither', () => {
    // What he has answered himself comes back after a reload.
    const answers = sent().filter(({ name }) => !name.endsWith('/state'));
    expect(foundIn(answers, keysOfItems())).toEqual([]);
    const telling =
      /"(?:[a-z]*correct[a-z]*|key|scoring|mapping|accepted|rationale|outcomes)"\s*:/i;
    expect(foundIn(sent(), [...shapesOfKeys(), ...secrets('member of a key', [telling])])).toEqual(
      [],
    );
  });
});

describe('no password and no token', () => {
  const passwords = (): Secret[] => [
    ...passwordsOf(found.state),
    ...secrets('password of the candidate', [person.password, person.oneTimePassword]),
  ];

  it('is in a log, a topic or a table', () => {
    expect(foundIn(everywhere(), [...passwords(), ...tokens])).toEqual([]);
  });

  it('is sent to the browser or written into an address, and no script sees its cookie', () => {
    const addresses = { name: 'addresses', text: traffic.requests.join('\n') };
    const jwt = secrets('access token', [JWT]);
    expect(foundIn([...sent(), addresses], [...passwords(), ...jwt])).toEqual([]);
    const attempt = tokens.filter(({ what }) => what === 'token of the attempt');
    expect(foundIn([addresses], attempt)).toEqual([]);
    const cookies = tokens.filter(({ what }) => what === 'cookie');
    expect(foundIn([{ name: 'script', text: scriptSees }], [...cookies, ...passwords()])).toEqual(
      [],
    );
  });
});

describe('no personnel number', () => {
  it('is in a log, a topic, a table or an answer', () => {
    const { numbers } = peopleOfTheDemo();
    expect(foundIn([...everywhere(), ...sent()], numbers)).toEqual([]);
  });
});

describe('a name', () => {
  it('is in the topic practitioner, in the register, in the certificates, on the account, and nowhere else', () => {
    const allowed = [
      'topic practitioner',
      'table competency.practitioner',
      'table competency.outbox of practitioner',
      'table certificates.practitioner_copy',
      'table certificates.certificate',
      'table identity.account',
    ];
    const places = everywhere().filter(({ name }) => !allowed.includes(name));
    expect(foundIn(places, [...own(), ...peopleOfTheDemo().names])).toEqual([]);
  });

  it('of somebody else is not sent to the candidate', () => {
    // The people in the questions are nobody's.
    const answers = sent().filter(({ name }) => name !== PACKAGE);
    expect(foundIn(answers, peopleOfTheDemo().names)).toEqual([]);
  });
});
