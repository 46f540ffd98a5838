// WebCrypto takes uncompressed points, Multikey holds compressed ones (SEC 1 §2.3.4). Both primes are
// 3 modulo 4, so that a square root is one power: y = (x³ - 3x + b)^((p + 1) / 4).
import { fromHex, toHex } from '../document/bytes.ts';
import type { Curve } from './cryptography.ts';

// NIST SP 800-186 §3.2.1.3 and §3.2.1.4.
const CURVES: Record<Curve, { p: bigint; b: bigint; size: number }> = {
  'P-256': {
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    size: 32,
  },
  'P-384': {
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: BigInt(
      '0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef',
    ),
    size: 48,
  },
};

/** 0x04 || x || y, or null when the bytes are no point of the curve. */
export function uncompressed(curve: Curve, key: Uint8Array): Uint8Array | null {
  const { p, b, size } = CURVES[curve];
  const [sign] = key;
  if (key.length !== size + 1 || (sign !== 2 && sign !== 3)) return null;
  const x = BigInt(`0x${toHex(key.subarray(1))}`);
  if (x >= p) return null;
  const square = ((((x * x - 3n) * x + b) % p) + p) % p;
  const root = power(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) return null;
  const y = root % 2n === BigInt(sign - 2) ? root : p - root;
  const digits = 2 * size;
  return fromHex(
    `04${x.toString(16).padStart(digits, '0')}${y.toString(16).padStart(digits, '0')}`,
  );
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let b = base, e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * b) % modulus;
    b = (b * b) % modulus;
  }
  return result;
}
