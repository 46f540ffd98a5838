// The body's identity and keys: made at first start; the key of certificates may be replaced. Private
// keys are in the database only under the key of the environment, and in the memory of this process.
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { didWebDocument, didWebOf, keyPairFromSeed, parseMultikey } from '#libs/credentials';
import type { HistoricKey, JsonObject, Signer } from '#libs/credentials';
import { ConfigError, open, seal } from '#libs/service-kit';
import { formatVerifierKey, verifierKey } from '#libs/transparency-log';
import type { NoteSigner } from '#libs/transparency-log';
import type { CertificatesConfig } from '../config.ts';
import {
  allKeys,
  fixBody,
  insertKey,
  issuingKeys,
  lockFirstStart,
  readBody,
} from '../store/signing-keys.ts';
import type { StoredKey } from '../store/signing-keys.ts';

type Issuing = {
  readonly signer: Signer;
  readonly history: readonly HistoricKey[];
  readonly didDocument: JsonObject;
};

export class SigningKeys {
  readonly did: string;
  readonly log: NoteSigner;
  /** As a trust file pins it. */
  readonly logKey: string;
  private current: Issuing;
  private readonly keyEncryptionKey: Buffer;

  constructor(parts: { did: string; log: NoteSigner; issuing: Issuing; keyEncryptionKey: Buffer }) {
    this.did = parts.did;
    this.log = parts.log;
    this.logKey = formatVerifierKey(verifierKey(parts.log.name, 'note', parts.log.publicKey));
    this.current = parts.issuing;
    this.keyEncryptionKey = parts.keyEncryptionKey;
  }

  get issuing(): Signer {
    return this.current.signer;
  }

  get history(): readonly HistoricKey[] {
    return this.current.history;
  }

  get didDocument(): JsonObject {
    return this.current.didDocument;
  }

  /** To be called before signing: another process may have replaced the key. */
  async refresh(tx: EntityManager): Promise<void> {
    const keys = await issuingKeys(tx);
    if (isDeepStrictEqual(historyOf(keys), this.history)) return;
    this.current = await issuingOf(this.did, keys, this.keyEncryptionKey);
  }
}

/** The schema-less address of the log: origin line and key name (C2SP tlog-checkpoint, "Note text"). */
export function logOrigin(publicOrigin: string): string {
  return `${publicOrigin.replace(/^https?:\/\//, '')}/log`;
}

export async function loadSigningKeys(
  database: DataSource,
  config: CertificatesConfig,
  now: Date,
): Promise<SigningKeys> {
  const { publicOrigin, keyEncryptionKey } = config;
  const stored = await database.transaction(async (tx) => {
    await lockFirstStart(tx);
    const body = await readBody(tx);
    if (body === undefined) {
      await fixBody(tx, { did: didWebOf(publicOrigin), publicOrigin }, now);
    } else if (body.publicOrigin !== publicOrigin) {
      throw new ConfigError([
        `SANAD_PUBLIC_ORIGIN is ${publicOrigin}, but certificates were issued here as ${body.did} ` +
          `(${body.publicOrigin}), which they name for ever: start with that origin again, or with an empty database`,
      ]);
    }
    const did = body?.did ?? didWebOf(publicOrigin);
    const there = await allKeys(tx);
    for (const purpose of ['issuing', 'log'] as const) {
      if (!there.some((key) => key.purpose === purpose)) {
        const id = purpose === 'issuing' ? `${did}#key-1` : logOrigin(publicOrigin);
        await insertKey(tx, await newKey(id, purpose, keyEncryptionKey, now));
      }
    }
    return { did, keys: await allKeys(tx) };
  });
  const { did, keys } = stored;
  const log = await opened(inUse(keys, 'log'), keyEncryptionKey);
  return new SigningKeys({
    did,
    log: {
      name: log.signer.verificationMethod,
      publicKey: parseMultikey(log.publicKey).bytes,
      sign: (message) => log.signer.sign(message),
    },
    issuing: await issuingOf(
      did,
      keys.filter((key) => key.purpose === 'issuing'),
      keyEncryptionKey,
    ),
    keyEncryptionKey,
  });
}

async function issuingOf(
  did: string,
  keys: readonly StoredKey[],
  keyEncryptionKey: Buffer,
): Promise<Issuing> {
  const history = historyOf(keys);
  const { signer } = await opened(inUse(keys, 'issuing'), keyEncryptionKey);
  return { signer, history, didDocument: didWebDocument(did, history) };
}

/** As DID document and trust file have them. */
export function historyOf(keys: readonly StoredKey[]): HistoricKey[] {
  return keys.map((key) => ({
    id: key.id,
    publicKeyMultibase: key.publicKey,
    from: key.validFrom.toISOString(),
    until: key.validUntil?.toISOString() ?? null,
    compromisedFrom: key.compromisedFrom?.toISOString() ?? null,
  }));
}

export async function newKey(
  id: string,
  purpose: StoredKey['purpose'],
  keyEncryptionKey: Buffer,
  now: Date,
): Promise<StoredKey> {
  const seed = randomBytes(32);
  const { publicKeyMultibase } = await keyPairFromSeed(new Uint8Array(seed));
  return {
    id,
    purpose,
    publicKey: publicKeyMultibase,
    sealed: seal(keyEncryptionKey, seed, `signing-key ${purpose} ${id}`),
    // To the second, and never after the first signature of this very second.
    validFrom: new Date(Math.floor(now.getTime() / 1000) * 1000),
    validUntil: null,
    compromisedFrom: null,
  };
}

async function opened(
  key: StoredKey,
  keyEncryptionKey: Buffer,
): Promise<{ signer: Signer; publicKey: string }> {
  let seed: Buffer;
  try {
    seed = open(keyEncryptionKey, key.sealed, `signing-key ${key.purpose} ${key.id}`);
  } catch {
    throw new ConfigError([
      'SANAD_KEY_ENCRYPTION_KEY does not open the signing keys made with another',
    ]);
  }
  const pair = await keyPairFromSeed(new Uint8Array(seed));
  return { signer: pair.signer(key.id), publicKey: key.publicKey };
}

function inUse(keys: readonly StoredKey[], purpose: StoredKey['purpose']): StoredKey {
  const key = keys.find((one) => one.purpose === purpose && one.validUntil === null);
  if (key === undefined) throw new ConfigError([`no ${purpose} key is in use`]);
  return key;
}
