import { hostCryptography } from '../cryptography/host-cryptography.ts';
import { CredentialsError } from '../credentials-error.ts';
import { formatMultikey } from './multikey.ts';

/** Whatever can sign: a key in memory, or one in hardware behind a socket. */
export interface Signer {
  /** The DID URL of the key, e.g. did:web:sanad.example#key-1. */
  verificationMethod: string;
  /** Raw Ed25519 (RFC 8032) over these bytes: 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** The public key as a Multikey, and a signer for each DID URL that names it. */
export interface KeyPair {
  publicKeyMultibase: string;
  signer(verificationMethod: string): Signer;
}

/**
 * An Ed25519 key pair from 32 bytes of randomness (RFC 8032 §5.1.5), which the caller makes and
 * keeps. `malformed-key` for another length.
 */
export async function keyPairFromSeed(
  seed: Uint8Array,
  cryptography = hostCryptography(),
): Promise<KeyPair> {
  if (seed.length !== 32) throw new CredentialsError('malformed-key', 'a seed is 32 bytes');
  const key = await cryptography.ed25519FromSeed(seed);
  return {
    publicKeyMultibase: formatMultikey({ algorithm: 'Ed25519', bytes: key.publicKey }),
    signer: (verificationMethod) => ({ verificationMethod, sign: key.sign }),
  };
}

/** The signer alone, for a DID URL that is known beforehand; errors as of `keyPairFromSeed`. */
export async function signerFromSeed(
  seed: Uint8Array,
  verificationMethod: string,
  cryptography = hostCryptography(),
): Promise<Signer> {
  return (await keyPairFromSeed(seed, cryptography)).signer(verificationMethod);
}
