import { createHmac, randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

/**
 * One id for one person in every service: UUID version 8 (RFC 9562 §5.8) of the first 16 bytes of
 * HMAC-SHA-256 over the national personnel number. The key (32 bytes) is secret, so that nobody
 * finds a person by trying numbers; the number itself is not kept.
 */
export function personId(key: Buffer, personnelNumber: string): string {
  const normal = personnelNumber.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  if (normal === '') throw new RangeError('a personnel number is empty');
  const bytes = createHmac('sha256', key).update(normal).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
