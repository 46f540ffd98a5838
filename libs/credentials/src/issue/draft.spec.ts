import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';

import { CredentialsError } from '../credentials-error.ts';
import { credentialProblems } from '../model/credential-problems.ts';
import { tryDraft, tryIssuer } from '../try-issuer.ts';
import { alignmentCode } from './draft.ts';
import type { AlignmentDraft, CredentialDraft } from './draft.ts';
import { composeCredential } from './issue.ts';

const issuer = await tryIssuer();
const draft = tryDraft(issuer);
const { achievement } = draft;
const [alignment] = achievement.alignments;

describe('a draft', () => {
  it('becomes an Open Badges 3.0 AchievementCredential with its alignment and its two statuses', () => {
    const composed = composeCredential(draft);
    expect(credentialProblems(composed)).toEqual([]);
    expect(composed).toMatchObject({
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: { id: issuer.did, type: ['Profile'] },
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: { alignment: [{ type: ['Alignment'], targetCode: 'EV3:2' }] },
      },
      credentialStatus: [
        { statusPurpose: 'revocation', statusListIndex: '90210' },
        { statusPurpose: 'suspension', statusListIndex: '90210' },
      ],
    });
    expect(alignmentCode('EV3', 2)).toBe('EV3:2');
  });

  it('is written in its JCS form, with everything that it may leave out and without', () => {
    const described = { ...alignment, description: 'Works alone.' } as AlignmentDraft;
    const full = { ...draft, achievement: { ...achievement, alignments: [described, described] } };
    const bare = {
      ...draft,
      issuer: { id: issuer.did, name: 'x' },
      holder: { ...draft.holder, name: null },
      status: [],
    };
    for (const one of [draft, full, bare]) {
      const composed = composeCredential(one);
      expect(JSON.stringify(composed)).toBe(canonicalize(composed));
    }
  });

  it('names its holder by the id alone where it is to', () => {
    const nameless = composeCredential({ ...draft, holder: { ...draft.holder, name: null } });
    expect(JSON.stringify(nameless)).not.toContain('IdentityObject');
    expect(credentialProblems(nameless)).toEqual([]);
  });

  it('that would not be of our shape is refused', () => {
    const [one] = draft.status;
    if (one === undefined || alignment === undefined) throw new Error('the draft has both');
    const wrong: Partial<CredentialDraft>[] = [
      { id: 'no IRI' },
      { id: 'https://sanad.example/ӣ' },
      { issuer: { id: 'x', name: 'x' } },
      { issuer: { ...draft.issuer, url: '/here' } },
      { holder: { id: '_:b0', name: null } },
      { achievement: { ...achievement, id: 'https://sanad.example/a#b' } },
      { achievement: { ...achievement, criteria: { id: 'x', narrative: '' } } },
      { achievement: { ...achievement, alignments: [] } },
      { achievement: { ...achievement, alignments: [{ ...alignment, url: 'a b:c' }] } },
      { validFrom: '2026-11-24' },
      { validUntil: '2026-11-24T00:00:00' },
      { validUntil: '2026-11-23T00:00:00+05:00' },
      { status: [{ ...one, list: 'https://sanad.example/status/1#x' }] },
      { status: [{ ...one, index: -1 }] },
      { status: [{ ...one, index: 0.5 }] },
    ];
    for (const over of wrong) {
      expect(() => composeCredential({ ...draft, ...over })).toThrow(
        expect.objectContaining({ code: 'malformed-draft' }),
      );
    }
    expect(() => composeCredential({ ...draft, ...wrong[0] })).toThrow(CredentialsError);
  });
});
