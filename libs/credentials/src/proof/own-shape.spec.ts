import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { without } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { composeCredential } from '../issue/issue.ts';
import { tryDraft, tryIssuer } from '../try-issuer.ts';
import { canonicalRdf } from './canonical-rdf.ts';
import { ownCredentialQuads, ownProofQuads } from './fill-shape.ts';

/** Names that try to leave their literal, in every script and with every control character. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.string({
    unit: fc.constantFrom(...'"\\\n\r\t\b\f\u0000\u007f<>^@_:. ғӣқӯҳҷ漢ع😀\u2028\uffff'),
  }),
  fc.constantFrom(
    '" .\n<urn:x> <urn:y> "z',
    '\\" .\n_:c14n0 <urn:y> <urn:z> .\n',
    '"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n',
    '"@en',
    '\\u0022',
    '',
  ),
);
const iri = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.uuid().map((id) => `urn:uuid:${id}`),
  fc.stringMatching(/^[a-z][a-z0-9+.-]{0,8}:[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{1,20}$/u),
);
const issuer = await tryIssuer();
/** Few, so that nodes are one and the same, and ids that sort badly: one begins like another. */
const sharedIri = fc.constantFrom('urn:x:a', 'urn:x:ab', 'urn:x:a-', 'urn:x:a/criteria', 'urn:X:a');

const draftWith = (iri: fc.Arbitrary<string>) =>
  fc
    .record({
      id: iri,
      name: hostile,
      issuerName: hostile,
      holder: iri,
      holderName: fc.option(hostile),
      achievement: iri,
      words: fc.array(hostile, { minLength: 4, maxLength: 4 }),
      alignments: fc.array(
        fc.record({ url: iri, code: hostile, name: hostile, framework: hostile }),
        { minLength: 1, maxLength: 4 },
      ),
      index: fc.nat(131_071),
      list: iri,
    })
    .map((made) =>
      tryDraft(issuer, {
        id: made.id,
        name: made.name,
        issuer: { id: issuer.did, name: made.issuerName },
        holder: { id: made.holder, name: made.holderName },
        achievement: {
          id: made.achievement,
          name: made.words[0] ?? '',
          description: made.words[1] ?? '',
          version: made.words[2] ?? '',
          criteria: { id: `${made.achievement}/criteria`, narrative: made.words[3] ?? '' },
          alignments: made.alignments,
        },
        status: [
          { purpose: 'revocation', list: made.list, index: made.index },
          { purpose: 'suspension', list: made.list, index: made.index + 1 },
        ],
      }),
    );

const draft = draftWith(iri);

describe('the N-Quads that are filled in', () => {
  it('are those of the library jsonld, whatever the names', async () => {
    let filledIn = 0;
    await fc.assert(
      fc.asyncProperty(draft, async (made) => {
        const document = composeCredential(made);
        const quads = ownCredentialQuads(document);
        expect(quads).toBe(await canonicalRdf(document));
        filledIn++;
      }),
      { numRuns: 150 },
    );
    expect(filledIn).toBeGreaterThanOrEqual(150);
  });

  it('are those of the library when nodes share their ids', async () => {
    await fc.assert(
      fc.asyncProperty(draftWith(sharedIri), async (made) => {
        const document = composeCredential(made);
        expect(ownCredentialQuads(document)).toBe(await canonicalRdf(document));
      }),
      { numRuns: 100 },
    );
  });

  it('are those of the library for the options of a proof', async () => {
    const context = composeCredential(tryDraft(issuer))['@context'] ?? null;
    await fc.assert(
      fc.asyncProperty(hostile, iri, async (created, verificationMethod) => {
        const options = {
          '@context': context,
          type: 'DataIntegrityProof',
          cryptosuite: 'eddsa-rdfc-2022',
          created,
          verificationMethod,
          proofPurpose: 'assertionMethod',
        };
        expect(ownProofQuads(options)).toBe(await canonicalRdf(options));
      }),
      { numRuns: 100 },
    );
  });

  it('keep a name inside its literal: one line more for no name', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const lines = ownCredentialQuads(composeCredential(tryDraft(issuer, { name })))?.split(
          '\n',
        );
        const calm = ownCredentialQuads(composeCredential(tryDraft(issuer)))?.split('\n');
        expect(lines?.length).toBe(calm?.length);
      }),
    );
  });

  it('are made for no other shape: a member too many, a type less, another context, an id missing', () => {
    const document = composeCredential(tryDraft(issuer));
    const subject = document['credentialSubject'] as JsonObject;
    const identifier = subject['identifier'] as JsonObject[];
    const others: JsonObject[] = [
      { ...document, description: 'x' },
      { ...document, type: ['VerifiableCredential'] },
      { ...document, type: ['AchievementCredential', 'VerifiableCredential'] },
      { ...document, '@context': ['https://www.w3.org/ns/credentials/v2'] },
      { ...document, id: 'relative' },
      { ...document, id: '_:b0' },
      { ...document, name: { '@value': 'x', '@language': 'en' } },
      without(document, 'id'),
      without(document, 'validUntil'),
      { ...document, credentialStatus: [] },
      {
        ...document,
        credentialSubject: { ...subject, identifier: [...identifier, ...identifier] },
      },
      JSON.parse(
        JSON.stringify(document).replace('"name":', '"__proto__":{},"name":'),
      ) as JsonObject,
    ];
    for (const other of others) expect(ownCredentialQuads(other)).toBeNull();
    expect(ownCredentialQuads(document)).not.toBeNull();
  });
});
