// Every route of every service with what it cannot read: bodies that are wrong in every field, addresses
// that were tampered with. The caller holds every permission, so that nothing else refuses him.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeBelongings, type Belongings } from './wrong-people/belongings.ts';
import { allPowerful, type Caller } from './wrong-people/callers.ts';
import { malformedBodies } from './wrong-people/malformed.ts';
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
let all: Caller;
let running: Belongings['running'];

beforeAll(async () => {
  walk = await openWalk();
  ({ running } = await makeBelongings(walk.found.state));
  all = await allPowerful(walk.found.state);
}, 180_000);

const isAttempts = ({ row }: TableRoute): boolean => row.who === 'attempt';
const pathOf = (route: TableRoute): string =>
  address(route, isAttempts(route) ? running.attemptId : undefined);
const authorized = async (route: TableRoute): Promise<Record<string, string>> =>
  isAttempts(route)
    ? { authorization: `Attempt ${running.token}`, 'x-device': running.device }
    : { authorization: await all.authorization() };

describe('a malformed body', () => {
  it('can be made for every route that takes one: the documents name its fields', () => {
    const unnamed = walk.routes.filter(
      ({ body }) => body !== null && Object.keys(body.properties ?? {}).length === 0,
    );
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('is refused by 400, and every field that is wrong is named', async () => {
    const cases = walk.routes.flatMap((route) =>
      route.body === null
        ? []
        : malformedBodies(route.body).map((malformed) => ({ route, malformed })),
    );
    const wrong = await wrongOf(cases, async ({ route, malformed }) => {
      const { body, fields, how } = malformed;
      const answer = await walk.house.ask({
        method: route.method,
        path: pathOf(route),
        body,
        headers: await authorized(route),
      });
      const named = (answer.problem.errors ?? []).map(({ field }) => field);
      const missing = fields.filter(
        (field) => !named.some((one) => one === field || one.startsWith(`${field}.`)),
      );
      // The hot path of the exam says the first fault only.
      const enough = isAttempts(route) || missing.length === 0;
      return answer.status === 400 && named.length > 0 && enough
        ? null
        : `${how}: not named ${missing.join(', ')}; ${said(route.name, answer)}`;
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('that is no JSON is refused by 400, and one of another kind by 415', async () => {
    const withBody = walk.routes.filter(({ body }) => body !== null);
    const wrong = await wrongOf(withBody, async (route) => {
      const { name, method } = route;
      const headers = await authorized(route);
      const path = pathOf(route);
      const broken = await walk.house.ask({ method, path, body: '{"a":', headers });
      if (broken.status !== 400) return said(name, broken);
      const type = { 'content-type': 'application/xml' };
      const xml = await walk.house.ask({
        method,
        path,
        body: '<a/>',
        headers: { ...headers, ...type },
      });
      return xml.status === 415 ? null : said(name, xml);
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('that is nested deeper than anybody walks is refused, on the open routes, too', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const writes = walk.routes.filter(({ method, isCsv }) => method !== 'GET' && !isCsv);
    const wrong = await wrongOf(writes, async (route) => {
      const { name, method } = route;
      const headers = await authorized(route);
      const answer = await walk.house.ask({ method, path: pathOf(route), body: deep, headers });
      // Where no body is read, it is none of the route's business.
      const expected = route.body === null ? [200, 400, 404] : [400];
      return expected.includes(answer.status) ? null : said(name, answer);
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('an address that was tampered with', () => {
  const TAMPERED = [
    '%00',
    '%E0%A4%A',
    "'%20OR%20'1'='1",
    '..%2F..%2Fetc%2Fpasswd',
    '%F0%9F%92%A5',
    '99999999999999999999',
    '-1',
    '1e30',
    '2020-W01',
    'a'.repeat(2000),
    '__proto__',
  ];

  it('is refused or finds nothing, in each parameter and each question', async () => {
    const cases = walk.routes.flatMap((route) => {
      const parameters = route.path.match(/\{\w+\}/g) ?? [];
      const plain = address(route).split('?')[0];
      return TAMPERED.flatMap((text) => [
        ...parameters.map((parameter) => ({
          route,
          path: address({ ...route, path: route.path.replace(parameter, text) }),
        })),
        ...route.queries.map((query) => ({ route, path: `${plain}?${query}=${text}` })),
      ]);
    });
    const wrong = await wrongOf(cases, async ({ route, path }) => {
      const answer = await walk.house.ask({
        method: route.method,
        path,
        authorization: await all.authorization(),
        ...nothing(route),
      });
      const found = answer.status === 200 && !path.includes('?') && route.path.includes('{');
      return answer.status < 500 && !found ? null : said(`${route.name} at ${path}`, answer);
    });
    expect(wrong).toEqual([]);
  }, 180_000);
});

describe('what leaves the house', () => {
  it('is problem+json wherever it refuses, and never a stack, a query or an inner address', () => {
    expect(walk.house.faults).toEqual([]);
  });
});
