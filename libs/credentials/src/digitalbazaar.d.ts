// The oracle of the tests and benchmarks has no types of its own; this is what they use of it.
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; cryptosuite: unknown; date?: Date });
  }
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: object): Promise<{ signer(): unknown; verifier(): unknown }>;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): unknown;
}
declare module '@digitalbazaar/vc' {
  type Options = { credential: object; suite: unknown; documentLoader: unknown; now: Date };
  export function issue(options: Options): Promise<object>;
  export function verifyCredential(
    options: Options,
  ): Promise<{ verified: boolean; error?: unknown }>;
}
