import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { isObject, without } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { verifyPresentation } from '../presentation/verify-presentation.ts';
import { AT, tryIssuer, tryTrust } from '../try-issuer.ts';
import type { ShapeCheck } from '../verify/check.ts';
import { verify } from '../verify/verify.ts';

type Input = { path: string; clause: string; change: JsonObject; without?: string[] };
type Presentation = { path: string; clause: string; document: JsonObject };
type Suite = { base: JsonObject } & Record<'accepted' | 'refused' | 'untold', Input[]> & {
    presentations: Record<'accepted' | 'refused', Presentation[]>;
  };

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8'));
const suite = read('vc-data-model-2.0-test-suite.json') as Suite;
const examples = read('credentials-examples-v2.json') as JsonObject;
const means = {
  loadContext: (url: string) =>
    url === 'https://www.w3.org/ns/credentials/examples/v2' ? examples : null,
};
const trust = tryTrust(await tryIssuer());

/** The input as the suite's runner completes it. */
function documentOf({ change, without: lacking = [] }: Input): JsonObject {
  const id = 'did:example:issuer';
  const { issuer = id } = change;
  const named = isObject(issuer) && issuer['id'] === undefined ? { ...issuer, id } : issuer;
  return without({ ...suite.base, ...change, issuer: named }, ...lacking);
}

async function shapeOf(document: JsonObject): Promise<ShapeCheck> {
  const { checks, standing } = await verify(document, {}, trust, AT, means);
  expect(standing).not.toBe('valid');
  return checks[0] as ShapeCheck;
}

describe('the inputs of the W3C test suite', () => {
  it.each(suite.refused)('refuse $path by $clause', async (input) => {
    const shape = await shapeOf(documentOf(input));
    expect(shape).toMatchObject({ outcome: 'failed', code: 'breaks-the-model' });
    expect(shape.problems[0]?.clause).toBe(input.clause);
  });

  it.each(suite.accepted)('accept $path', async (input) => {
    const shape = await shapeOf(documentOf(input));
    expect(shape).toMatchObject({ outcome: 'passed', problems: [] });
  });

  it.each(suite.untold)('leave $path untold without its resource', async (input) => {
    const shape = await shapeOf(documentOf(input));
    expect(shape).toMatchObject({ outcome: 'cannot-tell', code: 'resource-not-at-hand' });
  });

  it('end in what is expected of them, but for one that a later draft allows', () => {
    const { accepted, refused, untold, presentations } = suite;
    const good = [...accepted, ...untold, ...presentations.accepted];
    const bad = [...refused, ...presentations.refused];
    const against = [
      ...good.filter(({ path }) => !path.endsWith('-ok.json')),
      ...bad.filter(({ path }) => !path.endsWith('-fail.json')),
    ];
    expect(against.map(({ path }) => path)).toEqual(['credential-refresh-no-id-fail.json']);
  });

  const asked = { challenge: 'x', domain: 'https://agency.example' };
  const show = async (document: JsonObject) => {
    const { checks, credentials } = await verifyPresentation(document, {}, trust, AT, asked, means);
    const shapes = [...checks, ...credentials.flatMap((shown) => shown.checks)];
    return { shapes: shapes.filter((one) => one.check === 'shape'), credentials };
  };

  it.each(suite.presentations.refused)('refuse $path by $clause', async ({ document, clause }) => {
    const { shapes } = await show(document);
    const [first] = shapes.flatMap(({ problems }) => problems);
    expect(first?.clause).toBe(clause);
  });

  it.each(suite.presentations.accepted)('accept $path', async ({ document }) => {
    const { shapes } = await show(document);
    expect(shapes.length).toBeGreaterThan(0);
    expect(shapes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });
});

describe('an envelope', () => {
  const { document } = suite.presentations.accepted.find(({ path }) => path.includes('enveloped'))!;
  const [enveloped] = document['verifiableCredential'] as JsonObject[];

  it('is neither valid nor invalid: what is in it cannot be told', async () => {
    const { standing, checks } = await verify({ ...enveloped }, {}, trust, AT);
    expect(standing).toBe('cannot-tell');
    expect(checks).toEqual([
      expect.objectContaining({
        check: 'proof',
        outcome: 'cannot-tell',
        code: 'suite-unknown',
        what: 'EnvelopedVerifiableCredential: application/vc-ld+jwt',
      }),
    ]);
    const asked = { challenge: 'x', domain: 'https://agency.example' };
    const presented = { ...enveloped, type: 'EnvelopedVerifiablePresentation' };
    const answer = await verifyPresentation(presented, {}, trust, AT, asked);
    expect(answer.checks).toMatchObject([{ outcome: 'cannot-tell', code: 'suite-unknown' }]);
  });

  it('that is none breaks the model', async () => {
    const changes: JsonObject[] = [
      { id: 'https://example.org/1' },
      { '@context': 'https://example.org/context' },
      { type: ['EnvelopedVerifiableCredential', 'VerifiableCredential'] },
    ];
    for (const change of changes) {
      const { standing } = await verify({ ...enveloped, ...change }, {}, trust, AT);
      expect(standing).toBe('not-valid');
    }
  });
});
