// Every route of every service, tried by those whom it is not for, and for what is somebody else's.
// wrong-people/route-table.ts says what is right.
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  makeBelongings,
  OTHER_AGENCY,
  unknownId,
  type Belongings,
} from './wrong-people/belongings.ts';
import { allPowerful, everyKind, signedIn, type Caller } from './wrong-people/callers.ts';
import { ROWS, type Row } from './wrong-people/route-table.ts';
import {
  address,
  nothing,
  openWalk,
  said,
  wrongOf,
  type TableRoute,
  type Walk,
} from './wrong-people/walk.ts';

let walk: Walk;
let everybody: Caller[];
/** Holds every permission, for all agencies. */
let all: Caller;
/** Holds every permission, for another agency than that of the belongings. */
let outsider: Caller;
let other: Caller;
let owner: Caller;
let belongings: Belongings;

beforeAll(async () => {
  walk = await openWalk();
  const { state } = walk.found;
  everybody = await everyKind(state);
  belongings = await makeBelongings(state);
  const { userName, password } = belongings.owner;
  owner = await signedIn(state.origin, userName, password);
  all = await allPowerful(state);
  outsider = await allPowerful(state, belongings.agencies.get(OTHER_AGENCY));
  const candidate = everybody.find(({ name }) => name === 'candidate2');
  if (!candidate) throw new Error('there is no second candidate');
  other = candidate;
}, 180_000);

const isOpen = ({ who }: Row): boolean => who === 'anyone' || who === 'sign-in';
const mayCall = ({ who }: Row, { permissions }: Caller): boolean =>
  typeof who === 'string' ? who === 'signed-in' : who.some((one) => permissions.includes(one));

describe('the table', () => {
  it('has a row for every documented route, and a route for every row', () => {
    const names = walk.documented.map(({ name }) => name);
    expect(names.filter((name) => !ROWS.has(name))).toEqual([]);
    expect([...ROWS.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('and the documents name the same permissions', () => {
    const differing = walk.routes.filter(({ permission, row: { who } }) => {
      const expected = typeof who === 'string' ? [who === 'signed-in' ? who : 'public'] : who;
      return [...permission].sort().join() !== [...expected].sort().join();
    });
    expect(differing.map(({ name, permission }) => [name, permission])).toEqual([]);
  });
});

describe('who is not signed in', () => {
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x","permissions":["items.write"]}')}.`;

  it.each([
    ['without a token', undefined],
    ['with a token of his own making', `Bearer ${unsigned}`],
    ['with the token of no attempt', 'Attempt x.y'],
    ['with a password in its place', 'Basic YWRtaW46YWRtaW4='],
  ])('is let into the open routes only, %s', async (_how, authorization) => {
    const wrong = await wrongOf(walk.routes, async (route) => {
      const { row, name, method } = route;
      const answer = await walk.house.ask({
        method,
        path: address(route),
        ...nothing(route),
        ...(authorization === undefined ? {} : { authorization }),
      });
      if (row.who === 'operator') return answer.status === 404 ? null : said(name, answer);
      return (answer.status === 401) === isOpen(row) ? said(name, answer) : null;
    });
    expect(wrong).toEqual([]);
  });
});

describe('whoever lacks the permission', () => {
  it('is refused by 403, and who holds it is not: each demo account, the registry', async () => {
    const guarded = walk.routes.filter(({ row }) => !isOpen(row) && row.who !== 'operator');
    const pairs = everybody.flatMap((caller) => guarded.map((route) => ({ caller, route })));
    const wrong = await wrongOf(pairs, async ({ caller, route }) => {
      const { row, name, method } = route;
      const answer = await walk.house.ask({
        method,
        path: address(route),
        authorization: await caller.authorization(),
        ...nothing(route),
      });
      const expected =
        row.who === 'attempt' ? [401] : mayCall(row, caller) ? [200, 400, 404] : [403];
      return expected.includes(answer.status) ? null : said(`${caller.name}: ${name}`, answer);
    });
    expect(wrong).toEqual([]);
  }, 180_000);
});

describe("what is somebody else's", () => {
  const owned = (): TableRoute[] => walk.routes.filter(({ row }) => row.of !== null);
  const idOf = ({ of }: Row): string => (of === null ? '' : belongings.ids[of]);

  // Good in every route that takes a body: what is refused is refused for its owner.
  const reason = 'Not mine.';
  const BODIES: Readonly<Record<string, unknown>> = {
    'POST exam-delivery/sittings/{id}/start': { language: 'en', declaration: true },
    'POST exam-delivery/sittings/{id}/enrolments': { practitionerIds: [unknownId()] },
    'POST exam-delivery/sittings/{id}/enrolments.csv': 'practitionerId\n',
    'POST exam-delivery/attempts/{id}/decisions': { score: 1, reason },
    'POST certificates/certificates/{id}/suspend': { reasonCode: 'investigation', reason },
    'POST certificates/certificates/{id}/reinstate': { reasonCode: 'case-closed', reason },
    'POST certificates/certificates/{id}/withdraw': { reasonCode: 'issued-in-error', reason },
  };
  const ask = async (route: TableRoute, headers: Record<string, string>) =>
    walk.house.ask({
      method: route.method,
      path: address(route, idOf(route.row)),
      ...(route.method === 'GET' ? {} : { body: BODIES[route.name] ?? { reason } }),
      headers: { ...(route.isCsv ? { 'content-type': 'text/csv' } : {}), ...headers },
    });

  it('is not there for an officer of another agency who holds every permission', async () => {
    const wrong = await wrongOf(owned(), async (route) => {
      if (!mayCall(route.row, outsider)) return null;
      const answer = await ask(route, { authorization: await outsider.authorization() });
      return answer.status === 404 ? null : said(route.name, answer);
    });
    expect(wrong).toEqual([]);
  });

  it('is not there for another candidate', async () => {
    const wrong = await wrongOf(owned(), async (route) => {
      if (!mayCall(route.row, other)) return null;
      const answer = await ask(route, { authorization: await other.authorization() });
      return answer.status === 404 ? null : said(route.name, answer);
    });
    expect(wrong).toEqual([]);
  });

  it('is not opened by the token of another attempt, nor by its own from another device', async () => {
    const { finished, running } = belongings;
    const wrong = await wrongOf(
      owned().filter(({ row }) => row.who === 'attempt'),
      async (route) => {
        const foreign = await ask(route, {
          authorization: `Attempt ${finished.token}`,
          'x-device': finished.device,
        });
        if (foreign.status !== 404) return said(route.name, foreign);
        const stolen = await ask(route, {
          authorization: `Attempt ${running.token}`,
          'x-device': 'another-device-altogether',
        });
        return stolen.status === 401 ? null : said(route.name, stolen);
      },
    );
    expect(wrong).toEqual([]);
  });

  it('is there for its owner, or for who answers for all agencies, and nothing of it was changed', async () => {
    const { running, ids } = belongings;
    const wrong = await wrongOf(
      owned().filter(({ method }) => method === 'GET'),
      async (route) => {
        const asOwner = /\/me\/|\/package$/.test(route.path);
        const authorization =
          route.row.who === 'attempt'
            ? `Attempt ${running.token}`
            : await (asOwner ? owner : all).authorization();
        const answer = await ask(route, { authorization, 'x-device': running.device });
        return answer.status === 200 ? null : said(route.name, answer);
      },
    );
    expect(wrong).toEqual([]);
    const read = async (path: string): Promise<unknown> =>
      (await walk.house.ask({ method: 'GET', path, authorization: await all.authorization() }))
        .json;
    expect(await read(`/api/certificates/certificates/${ids.certificate}`)).toMatchObject({
      state: 'active',
    });
    expect(await read(`/api/identity/accounts/${ids.account}`)).toMatchObject({
      locked: false,
      passwordState: 'own',
    });
    expect(await read(`/api/exam-delivery/sittings/${ids.sitting}/results`)).toMatchObject({
      items: [{ attemptId: ids.attempt, voidedAt: null }],
    });
  });
});

describe('what leaves the house', () => {
  it('is problem+json wherever it refuses, and never a stack, a query or an inner address', () => {
    expect(walk.house.faults).toEqual([]);
  });
});
