import { describe, expect, it } from '@jest/globals';
import { digestOf, openPackage, sealPackage } from './exam-package.ts';

const key = Buffer.alloc(32, 3);
const iv = Buffer.alloc(12, 9);
const content = { items: [{ item: 'item', delivery: { tg: 'Ҷавоби дуруст ғӣқӯҳҷ' } }] };
const sealed = sealPackage(content, 'sitting', 'form', key, iv);

describe('the package', () => {
  it('is opened by the key of its sitting and form', () => {
    expect(openPackage(sealed.bytes, 'sitting', 'form', key)).toEqual(content);
    expect(sealed.digest).toBe(digestOf(sealed.bytes));
  });

  it('is opened by WebCrypto as the README says', async () => {
    const { subtle } = globalThis.crypto;
    const bytes = new Uint8Array(sealed.bytes);
    const webKey = await subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [
      'decrypt',
    ]);
    const plain = await subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: bytes.subarray(0, 12),
        additionalData: new TextEncoder().encode('sanad-package-1:sitting:form'),
      },
      webKey,
      bytes.subarray(12),
    );
    expect(JSON.parse(new TextDecoder().decode(plain))).toEqual(content);
  });

  it('is not opened as another sitting’s or form’s, by another key, or with a byte changed', () => {
    expect(() => openPackage(sealed.bytes, 'other', 'form', key)).toThrow();
    expect(() => openPackage(sealed.bytes, 'sitting', 'other', key)).toThrow();
    expect(() => openPackage(sealed.bytes, 'sitting', 'form', Buffer.alloc(32, 4))).toThrow();
    for (const index of [0, 15, sealed.bytes.length - 1]) {
      const changed = Buffer.from(sealed.bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => openPackage(changed, 'sitting', 'form', key)).toThrow();
    }
  });
});
