// Credentials that others signed: W3C's vectors of ecdsa-rdfc-2019 and ecdsa-jcs-2019, on both curves.
import { readFileSync } from 'node:fs';
import type { JsonObject } from '#libs/credentials';
import type { Question } from './page.ts';

type Vector = {
  path: string;
  signed: JsonObject & { proof: { verificationMethod: string; proofValue: string } };
};

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../libs/credentials/vectors/${name}`, import.meta.url), 'utf8'),
  );
const { vectors } = read('vc-di-ecdsa.json') as { vectors: Vector[] };
const contexts: JsonObject = {
  'https://www.w3.org/ns/credentials/examples/v2': read(
    'credentials-examples-v2.json',
  ) as JsonObject,
};

/** The vectors' issuer is no did:key: whose key it is has to be pinned. */
function trustIn({ issuer, proof }: Vector['signed']): JsonObject {
  const { verificationMethod: id } = proof;
  const key = {
    id,
    publicKeyMultibase: id.slice(id.indexOf('#') + 1),
    from: '2023-01-01T00:00:00Z',
  };
  return {
    issuers: [{ id: issuer ?? null, name: 'Vectors', keys: [key], log: 'none' }],
    log: null,
    statusMaxAge: null,
  };
}

/** The lowest bit of the character in the middle of `part`, flipped. */
function flipped(file: string, part: string): string {
  const at = file.indexOf(part) + Math.floor(part.length / 2);
  return file.slice(0, at) + String.fromCharCode(file.charCodeAt(at) ^ 1) + file.slice(at + 1);
}

/** [what it is, the question, how it has to stand, what its proof check says]. */
export const foreign = vectors.flatMap(({ path, signed }): [string, Question, string, string][] => {
  const file = JSON.stringify(signed);
  const question = { evidence: {}, trust: trustIn(signed), contexts, at: '2026-11-24T09:00:00Z' };
  return [
    [path, { ...question, file }, 'valid', 'signed'],
    [
      `${path} with another name`,
      { ...question, file: flipped(file, 'Alumni Credential') },
      'not-valid',
      'signature-wrong',
    ],
    [
      `${path} with another signature`,
      { ...question, file: flipped(file, signed.proof.proofValue) },
      'not-valid',
      'signature-wrong',
    ],
  ];
});
