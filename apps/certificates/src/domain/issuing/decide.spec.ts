import { describe, expect, it } from '@jest/globals';
import type { Certificate } from '../certificate/certificate.ts';
import type { Framework, Scheme } from '../scheme/scheme.ts';
import { attainment } from './attainment.fixture.ts';
import type { Attainment } from './attainment.ts';
import { decide } from './decide.ts';

const words = (en: string) => ({ en, ru: en, tg: en });
const scheme = (changed: Partial<Scheme> = {}): Scheme => ({
  id: 's',
  version: 1,
  code: 'S',
  title: words('S'),
  description: words('S'),
  frameworkId: 'f',
  frameworkVersion: 1,
  requirements: [{ competencyId: 'EV3', level: 2, evidence: [] }],
  validityMonths: 36,
  renewalOpensDays: 180,
  issuing: 'automatic',
  state: 'published',
  revision: 1,
  editors: [],
  publishedAt: null,
  publishedBy: null,
  ...changed,
});
const certificate = (changed: Partial<Certificate> = {}): Certificate => ({
  id: 'c',
  practitionerId: 'p',
  schemeId: 's',
  schemeVersion: 1,
  state: 'active',
  reasonCode: 'issued',
  effective: '2025-01-01',
  issued: '2025-01-01',
  expires: '2027-12-31',
  attainmentIds: ['a0'],
  version: 1,
  ...changed,
});
const framework = (version: number, equivalentTo: Framework['equivalentTo'] = []): Framework => ({
  frameworkId: 'f',
  code: 'F',
  version,
  title: words('F'),
  levels: [],
  competencies: [],
  equivalentTo,
});
const today = '2026-11-24';
const ask = (
  attainments: Attainment[],
  held: Certificate[] = [],
  asked: Scheme = scheme(),
  versions = [framework(1)],
) => decide({ scheme: asked, versions }, attainments, held, today);

describe('a scheme decides', () => {
  it.each<[string, Attainment[], Certificate[], Scheme, object]>([
    ['to issue at the level', [attainment()], [], scheme(), { outcome: 'issue' }],
    ['to issue above it', [attainment({ level: 3 })], [], scheme(), { outcome: 'issue' }],
    ['to wait below it', [attainment({ level: 1 })], [], scheme(), { reason: 'not-attained' }],
    ['to wait with nothing', [], [], scheme(), { reason: 'not-attained' }],
    [
      'to ignore what was withdrawn',
      [attainment({ withdrawn: true })],
      [],
      scheme(),
      { outcome: 'wait' },
    ],
    [
      'to ignore what ended yesterday',
      [attainment({ to: '2026-11-23' })],
      [],
      scheme(),
      { outcome: 'wait' },
    ],
    ['to count what ends today', [attainment({ to: today })], [], scheme(), { expires: today }],
    [
      'to ignore what begins tomorrow',
      [attainment({ from: '2026-11-25' })],
      [],
      scheme(),
      { outcome: 'wait' },
    ],
    [
      'to ignore another framework',
      [attainment({ frameworkId: 'g' })],
      [],
      scheme(),
      { outcome: 'wait' },
    ],
    [
      'nothing while it is a draft',
      [attainment()],
      [],
      scheme({ state: 'draft' }),
      { reason: 'not-published' },
    ],
    [
      'nothing new on the same evidence',
      [attainment()],
      [certificate({ attainmentIds: ['a1'] })],
      scheme(),
      { reason: 'already-certified' },
    ],
    [
      'to wait for the renewal',
      [attainment()],
      [certificate()],
      scheme(),
      { reason: 'held-until', renewalOpens: '2027-07-04' },
    ],
    [
      'to renew when it is open',
      [attainment()],
      [certificate({ expires: '2027-05-23' })],
      scheme(),
      { outcome: 'issue', supersedes: ['c'] },
    ],
    [
      'to begin anew after expiry',
      [attainment()],
      [certificate({ expires: '2026-11-23' })],
      scheme(),
      { outcome: 'issue', supersedes: [] },
    ],
    [
      'to wait for a case',
      [attainment()],
      [certificate({ state: 'suspended' })],
      scheme(),
      { reason: 'held-suspended' },
    ],
    [
      'to bar after fraud',
      [attainment()],
      [certificate({ state: 'withdrawn', reasonCode: 'fraud' })],
      scheme(),
      { reason: 'barred' },
    ],
    [
      'not to bar after an error',
      [attainment()],
      [certificate({ state: 'withdrawn', reasonCode: 'issued-in-error' })],
      scheme(),
      { outcome: 'issue' },
    ],
  ])('%s', (_name, attainments, held, asked, expected) => {
    expect(ask(attainments, held, asked)).toMatchObject(expected);
  });

  it('by every kind of evidence that it asks for', () => {
    const asked = scheme({
      requirements: [{ competencyId: 'EV3', level: 3, evidence: ['exam', 'practical'] }],
    });
    const exam = attainment({ level: 3 });
    const practical = attainment({ attainmentId: 'a2', level: 3, evidence: 'practical' });
    expect(ask([exam], [], asked)).toMatchObject({ missing: [{ evidence: 'practical' }] });
    expect(ask([exam, practical], [], asked)).toMatchObject({ outcome: 'issue' });
  });

  it('an end that is the earlier of its term and the attainments’', () => {
    expect(ask([attainment()])).toMatchObject({ expires: '2029-11-23' });
    expect(ask([attainment({ to: '2027-01-31' })])).toMatchObject({ expires: '2027-01-31' });
  });

  it('the same whatever the order in which the attainments are told', () => {
    const [a, b] = [attainment(), attainment({ attainmentId: 'a2' })];
    expect(ask([a, b])).toEqual(ask([b, a]));
  });

  it('on an older version where the newer says that it is equivalent, and not the other way', () => {
    const newer = scheme({ frameworkVersion: 3 });
    const step = (version: number) => [{ competencyId: 'EV3', level: 2, version }];
    const versions = [framework(1), framework(2, step(1)), framework(3, step(2))];
    expect(ask([attainment()], [], newer, versions)).toMatchObject({ outcome: 'issue' });
    const broken = [framework(1), framework(2), framework(3, step(2))];
    expect(ask([attainment()], [], newer, broken)).toMatchObject({ outcome: 'wait' });
    expect(ask([attainment({ frameworkVersion: 2 })], [], scheme(), versions)).toMatchObject({
      outcome: 'wait',
    });
  });
});
