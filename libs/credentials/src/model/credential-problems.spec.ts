import { describe, expect, it } from '@jest/globals';

import { parseJson } from '../document/strict-json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { AT, tryCredential, tryIssuer, tryTrust } from '../try-issuer.ts';
import type { ShapeCheck } from '../verify/check.ts';
import { verify } from '../verify/verify.ts';
import { credentialProblems } from './credential-problems.ts';

const issuer = await tryIssuer();
const ours = await tryCredential(issuer);
const subject = ours['credentialSubject'] as JsonObject;
const achievement = subject['achievement'] as JsonObject;
const [alignment = null] = achievement['alignment'] as Json[];
const TYPE = 'https://example.org/#Type';

async function shapeOf(document: JsonObject): Promise<ShapeCheck> {
  const { checks, standing } = await verify(document, {}, tryTrust(issuer), AT);
  expect(standing).not.toBe('valid');
  return checks[0] as ShapeCheck;
}

/** [what is put in, the clause that it breaks, where]; undefined takes the member out. */
type Case = [change: { [name: string]: Json | undefined }, clause: string, path: string];

const cases: Case[] = [
  [{ '@context': undefined }, 'VCDM 2.0 §4.3', '@context'],
  [{ '@context': [] }, 'VCDM 2.0 §4.3', '@context'],
  [{ '@context': 'https://www.w3.org/ns/credentials/v2' }, 'VCDM 2.0 §4.3', '@context'],
  [{ '@context': ['https://www.w3.org/2018/credentials/v1'] }, 'VCDM 2.0 §4.3', '@context/0'],
  [
    {
      '@context': [
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://www.w3.org/ns/credentials/v2',
      ],
    },
    'VCDM 2.0 §4.3',
    '@context/0',
  ],
  [{ id: 'not a url' }, 'VCDM 2.0 §4.4', 'id'],
  [{ id: ['urn:x:1', 'urn:x:2'] }, 'VCDM 2.0 §4.4', 'id'],
  [{ id: null }, 'VCDM 2.0 §4.4', 'id'],
  [{ type: undefined }, 'VCDM 2.0 §4.5', 'type'],
  [{ type: ['AchievementCredential'] }, 'VCDM 2.0 §4.5', 'type'],
  [{ type: ['VerifiableCredential', 7] }, 'VCDM 2.0 §4.5', 'type'],
  [{ name: 7 }, 'VCDM 2.0 §4.6', 'name'],
  [{ name: ['one', 'two'] }, 'VCDM 2.0 §4.6', 'name'],
  [{ name: { '@value': 'x', '@direction': 'up' } }, 'VCDM 2.0 §4.6', 'name'],
  [{ description: { value: 'x' } }, 'VCDM 2.0 §4.6', 'description'],
  [{ issuer: undefined }, 'VCDM 2.0 §4.7', 'issuer'],
  [{ issuer: null }, 'VCDM 2.0 §4.7', 'issuer'],
  [{ issuer: 'Certification body' }, 'VCDM 2.0 §4.7', 'issuer'],
  [{ issuer: { name: 'x' } }, 'VCDM 2.0 §4.7', 'issuer'],
  [{ issuer: { id: 'x y:z' } }, 'VCDM 2.0 §4.7', 'issuer'],
  [{ issuer: ['did:web:a.example', 'did:web:b.example'] }, 'VCDM 2.0 §4.7', 'issuer'],
  [{ issuer: { id: 'did:web:a.example', name: 7 } }, 'VCDM 2.0 §4.6', 'issuer/name'],
  [{ credentialSubject: undefined }, 'VCDM 2.0 §4.8', 'credentialSubject'],
  [{ credentialSubject: [] }, 'VCDM 2.0 §4.8', 'credentialSubject'],
  [{ credentialSubject: {} }, 'VCDM 2.0 §4.8', 'credentialSubject'],
  [{ credentialSubject: 'did:example:x' }, 'VCDM 2.0 §4.8', 'credentialSubject'],
  [{ credentialSubject: [subject, {}] }, 'VCDM 2.0 §4.8', 'credentialSubject/1'],
  [{ validFrom: '2026-11-24' }, 'VCDM 2.0 §4.9', 'validFrom'],
  [{ validFrom: '2026-11-24T00:00:00' }, 'VCDM 2.0 §4.9', 'validFrom'],
  [{ validFrom: '2026-02-30T00:00:00Z' }, 'VCDM 2.0 §4.9', 'validFrom'],
  [{ validFrom: '2026-11-24T00:00:00+15:00' }, 'VCDM 2.0 §4.9', 'validFrom'],
  [{ validFrom: 1_795_510_000 }, 'VCDM 2.0 §4.9', 'validFrom'],
  [{ validUntil: 'never' }, 'VCDM 2.0 §4.9', 'validUntil'],
  [{ validUntil: '2026-11-23T18:59:59Z' }, 'VCDM 2.0 §4.9', 'validUntil'],
  [{ credentialStatus: { id: 'urn:x:1' } }, 'VCDM 2.0 §4.10', 'credentialStatus/type'],
  [{ credentialStatus: { id: 'x', type: TYPE } }, 'VCDM 2.0 §4.4', 'credentialStatus/id'],
  [{ credentialStatus: [] }, 'VCDM 2.0 §4.10', 'credentialStatus'],
  [{ credentialStatus: 'urn:x:1' }, 'VCDM 2.0 §4.10', 'credentialStatus'],
  [{ credentialSchema: { id: 'urn:x:1' } }, 'VCDM 2.0 §4.11', 'credentialSchema/type'],
  [{ credentialSchema: { type: TYPE } }, 'VCDM 2.0 §4.11', 'credentialSchema/id'],
  [
    { credentialSchema: [{ id: 'urn:x:1', type: TYPE }, { id: 'urn:x:2' }] },
    'VCDM 2.0 §4.11',
    'credentialSchema/1/type',
  ],
  [{ refreshService: { id: 'urn:x:1' } }, 'VCDM 2.0 §5.4', 'refreshService/type'],
  [{ refreshService: { id: 'urn:x:1', type: '' } }, 'VCDM 2.0 §5.4', 'refreshService/type'],
  [{ termsOfUse: { id: 'urn:x:1' } }, 'VCDM 2.0 §5.5', 'termsOfUse/type'],
  [{ termsOfUse: [{ type: TYPE }, 'x'] }, 'VCDM 2.0 §5.5', 'termsOfUse/1'],
  [{ evidence: { id: 'urn:x:1' } }, 'VCDM 2.0 §5.6', 'evidence/type'],
  [{ evidence: { type: [] } }, 'VCDM 2.0 §5.6', 'evidence/type'],
  [{ relatedResource: ['urn:x:1'] }, 'VCDM 2.0 §5.3', 'relatedResource/0'],
  [{ relatedResource: { digestSRI: 'sha256-x' } }, 'VCDM 2.0 §5.3', 'relatedResource/0/id'],
  [{ relatedResource: { id: 'urn:x:1' } }, 'VCDM 2.0 §5.3', 'relatedResource/0'],
  [{ proof: ['x'] }, 'VC Data Integrity 1.0 §2.1', 'proof/0'],
  [{ proof: [{ id: 'urn:x:1' }, { id: 'urn:x:1' }] }, 'VC Data Integrity 1.0 §2.1', 'proof'],
];

const statusCases: [change: JsonObject, path: string][] = [
  [{ statusPurpose: 7 }, 'credentialStatus/statusPurpose'],
  [{ statusListIndex: 94_567 }, 'credentialStatus/statusListIndex'],
  [{ statusListIndex: '-1' }, 'credentialStatus/statusListIndex'],
  [{ statusListIndex: '007' }, 'credentialStatus/statusListIndex'],
  [{ statusListCredential: 'here' }, 'credentialStatus/statusListCredential'],
  [{ statusSize: 0 }, 'credentialStatus/statusSize'],
  [{ statusSize: '2' }, 'credentialStatus/statusSize'],
  [{ statusSize: 2 }, 'credentialStatus/statusMessage'],
  [{ statusSize: 2, statusMessage: [] }, 'credentialStatus/statusMessage'],
  [{ statusMessage: [{ status: '0x0', message: 'x' }] }, 'credentialStatus/statusMessage'],
  [
    { statusMessage: [{ status: '0x0', message: 'x' }, { status: '1' }] },
    'credentialStatus/statusMessage',
  ],
  [{ id: 'https://sanad.example/status/1' }, 'credentialStatus/id'],
];

const badgeCases: Case[] = [
  [{ validFrom: undefined }, 'AchievementCredential', 'validFrom'],
  [
    { credentialSubject: { ...subject, type: ['Person'] } },
    'AchievementSubject',
    'credentialSubject/0/type',
  ],
  [
    { credentialSubject: { type: 'AchievementSubject', achievement } },
    'AchievementSubject',
    'credentialSubject/0',
  ],
  [
    { credentialSubject: { ...subject, achievement: 'x' } },
    'AchievementSubject',
    'credentialSubject/0/achievement',
  ],
  ...['id', 'type', 'name', 'description', 'criteria'].map((name): Case => [
    { credentialSubject: { ...subject, achievement: lacking(achievement, name) } },
    'Achievement',
    `credentialSubject/0/achievement/${name}`,
  ]),
  ...['targetName', 'targetUrl'].map((name): Case => [
    {
      credentialSubject: {
        ...subject,
        achievement: { ...achievement, alignment: [alignment, lacking(alignment, name)] },
      },
    },
    'Alignment',
    `credentialSubject/0/achievement/alignment/1/${name}`,
  ]),
];

function lacking(object: Json, name: string): JsonObject {
  const entries = Object.entries(object as JsonObject).filter(([key]) => key !== name);
  return Object.fromEntries(entries);
}

/** The changes are long, and a sentence says the clause and the place. */
function named(table: readonly Case[]) {
  return table.map(([change, clause, path], i) => ({ nr: i + 1, change, clause, path }));
}

function changed(change: { [name: string]: Json | undefined }): JsonObject {
  return parseJson(JSON.stringify({ ...ours, ...change })) as JsonObject;
}

describe('a document that breaks the model', () => {
  it('has no problem when it is one of ours', () => {
    expect(credentialProblems(ours)).toEqual([]);
  });

  it.each(named(cases))(
    'is refused: it breaks $clause at $path (case $nr)',
    async ({ change, clause, path }) => {
      const shape = await shapeOf(changed(change));
      expect(shape).toMatchObject({ outcome: 'failed', code: 'breaks-the-model' });
      expect(shape.problems).toContainEqual(expect.objectContaining({ clause, path }));
      expect(shape.what).toContain(`${clause}: ${path} `);
    },
  );

  it.each(statusCases)('is refused for its status entry: %j at %s', async (change, path) => {
    const [entry = null] = ours['credentialStatus'] as Json[];
    const shape = await shapeOf(
      changed({ credentialStatus: { ...(entry as JsonObject), ...change } }),
    );
    const clause = 'Bitstring Status List 1.0 §2.1';
    expect(shape.problems).toContainEqual(expect.objectContaining({ clause, path }));
  });

  it.each(named(badgeCases))(
    'is refused as a badge: it breaks $clause at $path',
    async ({ change, clause, path }) => {
      const shape = await shapeOf(changed(change));
      expect(shape.problems).toContainEqual(
        expect.objectContaining({ clause: `Open Badges 3.0 ${clause}`, path }),
      );
    },
  );

  it('is told everything at once, not only the first', async () => {
    const shape = await shapeOf(changed({ issuer: 'x', validFrom: 'x', evidence: {} }));
    expect(shape.problems.map(({ path }) => path)).toEqual([
      'issuer',
      'validFrom',
      'evidence/type',
    ]);
  });
});
