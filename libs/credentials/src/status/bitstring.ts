// The bit string of Bitstring Status List 1.0: index 0 is the left-most bit (§2.2, encodedList).
import { CredentialsError } from '../credentials-error.ts';

/** Bitstring Status List 1.0 §2.2, §3.2: fewer entries would tell who is meant. */
export const FEWEST_ENTRIES = 131_072;
/** What a stranger's list may unpack to: 16 MiB, 134 million entries. */
export const MOST_BYTES = 16 * 1024 * 1024;

/**
 * All clear, 8 entries a byte (Bitstring Status List 1.0 §3.3). `out-of-range` for fewer than
 * 131,072 entries or no multiple of 8.
 */
export function createBits(entries = FEWEST_ENTRIES): Uint8Array {
  if (!Number.isInteger(entries) || entries < FEWEST_ENTRIES || entries % 8 !== 0) {
    throw new CredentialsError(
      'out-of-range',
      `at least ${FEWEST_ENTRIES} entries, a multiple of 8`,
    );
  }
  return new Uint8Array(entries / 8);
}

/**
 * A copy with this one bit set or cleared, counted from 0; `out-of-range` where the list has none.
 */
export function withBit(bits: Uint8Array, index: number, value: boolean): Uint8Array {
  const copy = bits.slice();
  const mask = 0x80 >> (index % 8);
  const at = placeOf(bits, index);
  copy[at] = value ? (bits[at] ?? 0) | mask : (bits[at] ?? 0) & ~mask;
  return copy;
}

/** Whether the bit at this index, from 0, is set; `out-of-range` where the list has none. */
export function bitAt(bits: Uint8Array, index: number): boolean {
  return ((bits[placeOf(bits, index)] ?? 0) & (0x80 >> (index % 8))) !== 0;
}

/** An entry of several bits (statusSize), the first of them the most significant. */
export function valueAt(bits: Uint8Array, index: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 2 + (bitAt(bits, index * size + i) ? 1 : 0);
  return value;
}

function placeOf(bits: Uint8Array, index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= bits.length * 8) {
    throw new CredentialsError('out-of-range', `no entry ${index} in a list of ${bits.length * 8}`);
  }
  return Math.floor(index / 8);
}
