// What this library needs of its host.

export type Curve = 'P-256' | 'P-384';

/** May be passed in instead of the host's own: `hostCryptography`. */
export interface Cryptography {
  /** FIPS 180-4: 32, 48 and 64 bytes. A text is hashed as UTF-8. */
  sha256: (data: Uint8Array | string) => Uint8Array;
  sha384: (data: Uint8Array | string) => Uint8Array;
  sha512: (data: Uint8Array | string) => Uint8Array;
  /** RFC 8032 Ed25519. A key or signature of a wrong shape does not verify; it is no error. */
  verifyEd25519: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean | Promise<boolean>;
  /** FIPS 186-5 ECDSA over SHA-256 (P-256) or SHA-384 (P-384); key compressed, signature r || s. */
  verifyEcdsa(
    curve: Curve,
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ): boolean | Promise<boolean>;
  /** From the 32 bytes of RFC 8032 §5.1.5; the private key does not leave the returned functions. */
  ed25519FromSeed(seed: Uint8Array): Promise<Ed25519Key>;
  /** RFC 1952; `malformed-status-list` for what is no GZIP or unpacks to more than `most` bytes. */
  gunzip(bytes: Uint8Array, most: number): Uint8Array | Promise<Uint8Array>;
  gzip(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export interface Ed25519Key {
  publicKey: Uint8Array;
  sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}
