// What a stranger does to a certificate of ours without touching a letter that was signed: he adds a context.
import { describe, expect, it } from '@jest/globals';

import type { Json, JsonObject } from '../document/json.ts';
import { AT, tryCredential, tryIssuer, tryLists, tryTrust } from '../try-issuer.ts';
import { verify } from '../verify/verify.ts';

const issuer = await tryIssuer();
const trust = tryTrust(issuer);
const statusLists = await tryLists(issuer);
const credential = await tryCredential(issuer);
const context = credential['@context'] as Json[];
const [byRdf = {}, byJson = {}] = credential['proof'] as JsonObject[];

async function answerTo(added: JsonObject, proof: JsonObject | JsonObject[]) {
  const document = { ...credential, '@context': [...context, added], proof };
  const { standing, checks } = await verify(document, { statusLists }, trust, AT);
  return { standing, proof: checks[1]?.code };
}

describe('a context that was added after the signature', () => {
  const stating = { ...byRdf, '@context': context };
  const changes: [how: string, added: JsonObject, proof: JsonObject, code: string][] = [
    ['a JCS proof', { '@language': 'tg' }, byJson, 'proof-malformed'],
    ['an RDF proof', { '@language': 'tg' }, byRdf, 'signature-wrong'],
    ['an RDF proof that states the old one', { '@language': 'tg' }, stating, 'signature-wrong'],
  ];
  it.each(changes)('may not change what is said under %s', async (_how, added, proof, code) => {
    expect(await answerTo(added, proof)).toEqual({ standing: 'not-valid', proof: code });
  });

  it('may define a term that nobody uses: nothing is said by it', async () => {
    const unused = { unused: 'https://example.org/#unused' };
    for (const proof of [byJson, byRdf, [byRdf, byJson]]) {
      expect(await answerTo(unused, proof)).toEqual({ standing: 'valid', proof: 'signed' });
    }
  });

  it('may not stand before those that were signed', async () => {
    const [first = null, ...rest] = context;
    const document = { ...credential, '@context': [first, {}, ...rest], proof: byJson };
    const { checks } = await verify(document, { statusLists }, trust, AT);
    expect(checks[1]).toMatchObject({ outcome: 'failed', code: 'proof-malformed' });
  });
});
