import { describe, expect, it } from '@jest/globals';

import { CredentialsError } from '../credentials-error.ts';
import { credentialProblems } from '../model/credential-problems.ts';
import { tryDraft, tryIssuer } from '../try-issuer.ts';
import { alignmentCode } from './draft.ts';
import type { CredentialDraft } from './draft.ts';
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
