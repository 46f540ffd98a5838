// The body's identity and keys: made at first start, then fixed. Private keys are in the database only
// under the key of the environment, and in the memory of this process.
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { didWebDocument, didWebOf, keyPairFromSeed, parseMultikey } from '#libs/credentials';
import type { HistoricKey, JsonObject, Signer } from '#libs/credentials';
import { ConfigError, open, seal } from '#libs/service-kit';
import { formatVerifierKey, verifierKey } from '#libs/transparency-log';
import type { NoteSigner } from '#libs/transparency-log';
import type { CertificatesConfig } from '../config.ts';
import {
  fixBody,
  insertKey,
  lockFirstStart,
  readBody,
  signingKeys,
} from '../store/signing-keys.ts';
import type { StoredKey } from '../store/signing-keys.ts';

export class SigningKeys {
  readonly did: string;
  readonly issuing: Signer;
  readonly log: NoteSigner;
  /** As a trust file pins it. */
  readonly logKey: string;
  readonly history: readonly HistoricKey[];
  readonly didDocument: JsonObject;

  constructor(parts: { did: string; issuing: Signer; log: NoteSigner; history: HistoricKey[] }) {
    this.did = parts.did;
    this.issuing = parts.issuing;
    this.log = parts.log;
    this.logKey = formatVerifierKey(verifierKey(parts.log.name, 'note', parts.log.publicKey));
    this.history = parts.history;
    this.didDocument = didWebDocument(parts.did, parts.history);
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
    const there = await signingKeys(tx);
    for (const purpose of ['issuing', 'log'] as const) {
      if (!there.some((key) => key.purpose === purpose)) {
        const id = purpose === 'issuing' ? `${did}#key-1` : logOrigin(publicOrigin);
        await insertKey(tx, await newKey(id, purpose, keyEncryptionKey, now));
      }
    }
    return { did, keys: await signingKeys(tx) };
  });
  const { did, keys } = stored;
  const issuing = keys.filter((key) => key.purpose === 'issuing');
  const log = await opened(inUse(keys, 'log'), keyEncryptionKey);
  return new SigningKeys({
    did,
    issuing: (await opened(inUse(keys, 'issuing'), keyEncryptionKey)).signer,
    log: {
      name: log.signer.verificationMethod,
      publicKey: parseMultikey(log.publicKey).bytes,
      sign: (message) => log.signer.sign(message),
    },
    history: issuing.map((key) => ({
      id: key.id,
      publicKeyMultibase: key.publicKey,
      from: key.validFrom.toISOString(),
      until: key.validUntil?.toISOString() ?? null,
      compromisedFrom: key.compromisedFrom?.toISOString() ?? null,
    })),
  });
}

async function newKey(
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
