// Verifying in one thread: our own in bulk by the JCS proof with status, against raw Ed25519; a foreign
// credential against the stock library. One JSON object a line with --json.
import {
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify as raw,
} from 'node:crypto';
import {
  composeCredential,
  createBits,
  issue,
  issueStatusList,
  openStatusList,
  verify,
} from '#libs/credentials';
import type { JsonObject } from '#libs/credentials';
import { AT, benchIssuer, draftOf } from './credentials/issuer.ts';
import { row, say, takeTurns } from './credentials/measure.ts';
import { stockLibrary } from './credentials/stock.ts';

const MANY = 400;
const issuer = await benchIssuer();
const { trust } = issuer;
const stock = await stockLibrary(issuer);
const count = Array.from({ length: MANY }, (_, i) => i);

const credentials = await Promise.all(
  count.map((i) => issue(draftOf(issuer, i, true), issuer.signer, AT)),
);
const texts = credentials.map((credential) => JSON.stringify(credential));
const listDrafts = [
  { id: 'https://sanad.example/status/1', purpose: 'revocation' },
  { id: 'https://sanad.example/status/2', purpose: 'suspension' },
] as const;
const statusLists = await Promise.all(
  listDrafts.map(async (one) => {
    const draft = { ...one, issuer: issuer.did, bits: createBits(), ttl: 3600 };
    return openStatusList(await issueStatusList(draft, issuer.signer, AT), trust, AT);
  }),
);

// Of no shape that we know: a description more, and signed by the stock library.
const foreign = await Promise.all(
  count.slice(0, 50).map((i) => {
    const document = composeCredential(draftOf(issuer, i, false));
    return stock.issueByRdf({ ...document, description: `The ${i}th` });
  }),
);

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = createPublicKey(privateKey);
const message = randomBytes(64);
const signature = sign(null, message, privateKey);

async function own(file: string | JsonObject | undefined, proofs: 'all' | 'quickest') {
  const { standing } = await verify(file ?? '', { statusLists }, trust, AT, { proofs });
  if (standing !== 'valid') throw new Error(`our own is ${standing}`);
}

const ours = await takeTurns(
  {
    raw: () => raw(null, message, publicKey, signature),
    text: (i) => own(texts[i % MANY], 'quickest'),
    parsed: (i) => own(credentials[i % MANY], 'quickest'),
    both: (i) => own(texts[i % MANY], 'all'),
  },
  { rounds: 25, sliceMs: 60 },
);
const against = 'raw Ed25519 verification';
say('verify', { what: against, ...row(ours.raw) });
say('verify', { what: 'own by JCS with status', against, ...row(ours.text, ours.raw) });
say('verify', { what: 'own by JCS, parsed before', against, ...row(ours.parsed, ours.raw) });
say('verify', { what: 'own by both proofs', against, ...row(ours.both, ours.raw) });

const theirs = await takeTurns(
  {
    async foreign(i) {
      const { standing } = await verify(foreign[i % foreign.length] ?? '', {}, trust, AT);
      if (standing !== 'valid') throw new Error(`the foreign one is ${standing}`);
    },
    async stock(i) {
      if (!(await stock.verifyByRdf(foreign[i % foreign.length] ?? {}))) throw new Error('refused');
    },
  },
  { rounds: 15, sliceMs: 150 },
);
say('verify', { what: 'foreign by the stock library', ...row(theirs.stock) });
const stockToo = 'the stock library';
say('verify', { what: 'foreign', against: stockToo, ...row(theirs.foreign, theirs.stock) });
