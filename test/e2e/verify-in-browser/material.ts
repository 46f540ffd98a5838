// A certificate with everything that proves it, as the service would hand it out, from fixed bytes.
import { createHash } from 'node:crypto';
import {
  canonicalJson,
  createBits,
  credentialDigest,
  didWebDocument,
  hostCryptography,
  issue,
  issueStatusList,
  withBit,
} from '#libs/credentials';
import type { JsonObject } from '#libs/credentials';
import * as log from '#libs/transparency-log';
import { AT, benchIssuer, draftOf } from '../../../tools/bench/credentials/issuer.ts';
import type { Question } from './page.ts';

const INDEX = 4711;
export const NOW = new Date(AT.getTime() + 60_000);
export const issuer = await benchIssuer();
export const draft = draftOf(issuer, INDEX, true);
const credential = await issue(draft, issuer.signer, AT);

async function statusLists(suspended: boolean): Promise<JsonObject[]> {
  const lists = [
    { purpose: 'revocation', id: 'https://sanad.example/status/1', bits: createBits() },
    {
      purpose: 'suspension',
      id: 'https://sanad.example/status/2',
      bits: withBit(createBits(), INDEX, suspended),
    },
  ] as const;
  const made = lists.map((list) =>
    issueStatusList({ ...list, issuer: issuer.did, ttl: 3600 }, issuer.signer, AT),
  );
  return Promise.all(made);
}

async function signerOf(name: string, byte: number): Promise<log.NoteSigner> {
  const key = await hostCryptography().ed25519FromSeed(new Uint8Array(32).fill(byte));
  return { name, publicKey: key.publicKey, sign: (message) => key.sign(message) };
}

const writer = await signerOf('sanad.example/log', 11);
const witness = await signerOf('witness.example', 12);

/** The issue of the certificate, among others, in a log with one witness. */
async function logEvidence(): Promise<log.LogEvidence> {
  const event = {
    event: 'issued',
    certificateId: draft.id,
    digest: `sha256:${Buffer.from(credentialDigest(credential)).toString('hex')}`,
    time: '2026-11-24T09:00:05Z',
  };
  const salt = new Uint8Array(createHash('sha256').update('salt').digest());
  const others = Array.from({ length: 600 }, (_, i) =>
    log.leaf({ ...event, certificateId: `urn:x:${i}` }, salt),
  );
  const { tiles, checkpoint, state } = log.append(log.newTree(writer.name), [
    ...others,
    log.leaf(event, salt),
  ]);
  const stored = new Map(tiles.map((tile) => [tile.path, tile.data]));
  const read: log.ReadTile = (tile) => stored.get(log.tilePath(tile)) ?? new Uint8Array();
  const signatures = [
    await log.signNote(checkpoint, writer),
    await log.cosign(checkpoint, witness, Math.floor(AT.getTime() / 1000) + 10),
  ];
  const proof = log.formatProof({
    index: others.length,
    path: log.inclusionProof(others.length, state.size, read),
    checkpoint: log.formatNote({ text: checkpoint, signatures }),
  });
  return { event, salt: log.toBase64(salt), proof };
}

const key = (signer: log.NoteSigner, use: 'note' | 'cosignature') =>
  log.formatVerifierKey(log.verifierKey(signer.name, use, signer.publicKey));

/** The verifier's own: the issuer, the log, its witness. */
export const trust: JsonObject = {
  issuers: [
    { id: issuer.did, name: 'Certification body', keys: [{ ...issuer.key }], log: 'required' },
  ],
  log: { logs: [key(writer, 'note')], witnesses: [key(witness, 'cosignature')], need: 1 },
  statusMaxAge: null,
};

const proved = await logEvidence();
const bundleOf = async (suspended: boolean, change: (file: string) => string = (file) => file) =>
  change(
    log.formatBundle({
      credential,
      didDocument: didWebDocument(issuer.did, [issuer.key]),
      statusLists: await statusLists(suspended),
      log: [proved],
    }),
  );

const ask = (file: string, over: Partial<Question> = {}): Question => ({
  file,
  evidence: {},
  trust,
  at: NOW.toISOString(),
  ...over,
});

export const bundle = await bundleOf(false);
const stranger: JsonObject = { ...trust, issuers: [] };
const stolenKey = { ...issuer.key, compromisedFrom: '2026-11-24T09:00:00Z' };
const robbed: JsonObject = {
  ...trust,
  issuers: [{ id: issuer.did, name: 'Robbed', keys: [stolenKey], log: 'required' }],
};
const proofs = credential['proof'] as JsonObject[];
const withoutLog = (proof: JsonObject | undefined, change: JsonObject = {}) =>
  canonicalJson({ ...credential, proof: proof ?? null, ...change });
const listed: JsonObject = {
  ...trust,
  issuers: [{ id: issuer.did, name: 'Body', keys: [{ ...issuer.key }], log: 'none' }],
};
const lists = { evidence: { statusLists: await statusLists(false) }, trust: listed };

/** [what it is, the question, how it has to stand]. */
export const questions: [string, Question, string][] = [
  ['a good bundle', ask(bundle), 'valid'],
  ['a suspended one', ask(await bundleOf(true)), 'suspended'],
  ['one of last month', ask(bundle, { at: '2026-12-24T09:00:00Z' }), 'cannot-tell'],
  ['one that has expired', ask(bundle, { at: '2030-01-01T00:00:00Z' }), 'expired'],
  ['one of an issuer who is not trusted', ask(bundle, { trust: stranger }), 'unknown-issuer'],
  ['one of a stolen key', ask(bundle, { trust: robbed }), 'not-valid'],
  [
    'one with another name in it',
    ask(await bundleOf(false, (file) => file.replace('Ғафуров', 'Ғафорув'))),
    'not-valid',
  ],
  [
    'one with another leaf in its log',
    ask(await bundleOf(false, (file) => file.replace('09:00:05Z', '09:00:06Z'))),
    'not-valid',
  ],
  [
    'one whose checkpoint lacks the witness',
    ask(
      await bundleOf(false, (file) => file.replace(/— witness\.example [A-Za-z0-9+/=]+\\n/u, '')),
    ),
    'not-valid',
  ],
  ['a certificate outside of the log', ask(canonicalJson(credential)), 'cannot-tell'],
  ['one of a JCS proof alone', ask(withoutLog(proofs[1]), lists), 'valid'],
  ['one of an RDF proof alone', ask(withoutLog(proofs[0]), lists), 'valid'],
  [
    'one that goes the full way by jsonld',
    ask(withoutLog(proofs[0], { description: 'added' }), lists),
    'not-valid',
  ],
  ['no JSON', ask('{"a":1,"a":2}'), 'not-valid'],
];
