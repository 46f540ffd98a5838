// Issuing a certificate with both proofs, in one thread, against the stock library making the same two.
// One JSON object a line with --json.
import { randomBytes } from 'node:crypto';
import { canonicalJson, composeCredential, issue, keyPairFromSeed } from '#libs/credentials';
import type { JsonObject } from '#libs/credentials';
import { AT, benchIssuer, draftOf } from './credentials/issuer.ts';
import { row, say, takeTurns } from './credentials/measure.ts';
import { stockLibrary } from './credentials/stock.ts';

const issuer = await benchIssuer();
const stock = await stockLibrary(issuer);

// The two must make the same, or there is nothing to compare.
const draft = draftOf(issuer, 0, true);
const ours = await issue(draft, issuer.signer, AT);
const theirs = await stock.issueBoth(composeCredential(draft));
const valuesOf = (made: JsonObject) =>
  (made['proof'] as JsonObject[]).map((proof) => proof['proofValue']);
if (canonicalJson(valuesOf(ours) as string[]) !== canonicalJson(valuesOf(theirs) as string[])) {
  throw new Error('the stock library makes other signatures');
}

const raw = (await keyPairFromSeed(new Uint8Array(randomBytes(32)))).signer('raw');
const message = new Uint8Array(randomBytes(64));
const rates = await takeTurns(
  {
    raw: () => raw.sign(message),
    ours: (i) => issue(draftOf(issuer, i, true), issuer.signer, AT),
    stock: (i) => stock.issueBoth(composeCredential(draftOf(issuer, i, true))),
  },
  { rounds: 15, sliceMs: 150 },
);
say('issue', { what: 'raw Ed25519 signing', ...row(rates.raw) });
say('issue', { what: 'stock library, both proofs', ...row(rates.stock) });
say('issue', { what: 'both proofs', against: 'stock library', ...row(rates.ours, rates.stock) });
