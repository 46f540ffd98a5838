import { describe, expect, it } from '@jest/globals';
import { receiptHolds, receiptKey, signReceipt } from './receipt.ts';
import type { ReceiptContent } from './receipt.ts';

const content: ReceiptContent = {
  attemptId: 'attempt',
  sittingId: 'sitting',
  examId: 'exam',
  practitionerId: 'practitioner',
  packageDigest: 'digest',
  endedAt: '2026-11-24T10:00:00.000Z',
  how: 'candidate',
  entries: 40,
  answered: 20,
  journalHead: 'ab'.repeat(32),
};

describe('the receipt', () => {
  const key = receiptKey(Buffer.alloc(32, 1));
  const receipt = signReceipt(key, content);

  it('holds as it was signed, in whatever order its fields come', () => {
    const turned = Object.fromEntries(Object.entries(content).toReversed()) as ReceiptContent;
    expect(receiptHolds(key.publicKey, receipt)).toBe(true);
    expect(receiptHolds(key.publicKey, { ...receipt, receipt: turned })).toBe(true);
  });

  it('does not hold with anything changed', () => {
    for (const change of [
      { answered: 19 },
      { journalHead: 'ac'.repeat(32) },
      { how: 'automatic' },
    ] as const) {
      const forged = { ...receipt, receipt: { ...content, ...change } };
      expect(receiptHolds(key.publicKey, forged)).toBe(false);
    }
  });

  it('is signed by the same key in every instance, and by another under another secret', () => {
    expect(receiptKey(Buffer.alloc(32, 1)).keyId).toBe(key.keyId);
    const other = receiptKey(Buffer.alloc(32, 2));
    expect(other.keyId).not.toBe(key.keyId);
    expect(receiptHolds(other.publicKey, receipt)).toBe(false);
  });
});
