// What a verifier may pin of this body: its DID with all keys, its log. The service itself verifies by it.
import type { Trust } from '#libs/credentials';
import type { CertificatesConfig } from '../config.ts';
import type { SigningKeys } from './signing-keys.ts';

export function trustOf(keys: SigningKeys, config: CertificatesConfig): Trust {
  return {
    issuers: [{ id: keys.did, name: config.bodyName, keys: [...keys.history], log: 'required' }],
    log: { logs: [keys.logKey], witnesses: [], need: 0 },
    statusMaxAge: null,
  };
}
