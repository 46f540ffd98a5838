// What the candidate keeps: a statement of what was submitted, signed by this service. It can be checked with the
// public key alone, so it holds against the service, too.

import { createPublicKey, createPrivateKey, createHash, hkdfSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { canonicalBody } from './journal.ts';

export type ReceiptContent = {
  attemptId: string;
  sittingId: string;
  examId: string;
  practitionerId: string;
  packageDigest: string;
  endedAt: string;
  how: 'candidate' | 'automatic';
  entries: number;
  answered: number;
  /** The hash of the journal's last row: it fixes every answer and its order. */
  journalHead: string;
};

export type Receipt = { receipt: ReceiptContent; keyId: string; signature: string };

export type ReceiptKey = { keyId: string; privateKey: KeyObject; publicKey: KeyObject };

// RFC 8410 §7: the PKCS #8 wrapping of a raw Ed25519 private key.
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Every instance derives the same key from the service's secret, so that no key has to be shared or stored. */
export function receiptKey(secret: Buffer): ReceiptKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'sanad-receipt-ed25519-v1', 32));
  const der = Buffer.concat([pkcs8Ed25519, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ format: 'der', type: 'spki' });
  const keyId = createHash('sha256').update(raw).digest('base64url').slice(0, 16);
  return { keyId, privateKey, publicKey };
}

export function signReceipt(key: ReceiptKey, receipt: ReceiptContent): Receipt {
  const signature = sign(null, Buffer.from(canonicalBody(receipt)), key.privateKey);
  return { receipt, keyId: key.keyId, signature: signature.toString('base64url') };
}

export const receiptHolds = (publicKey: KeyObject, receipt: Receipt): boolean =>
  verify(
    null,
    Buffer.from(canonicalBody(receipt.receipt)),
    publicKey,
    Buffer.from(receipt.signature, 'base64url'),
  );
