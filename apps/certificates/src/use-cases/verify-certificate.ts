import { Injectable } from '@nestjs/common';
import { verify } from '#libs/credentials';
import type { Check, Evidence, JsonObject, Standing } from '#libs/credentials';
import { log, Problem } from '#libs/service-kit';
import { isBundle } from '#libs/transparency-log';
import { Desk } from '../desk.ts';
import { stateOn } from '../domain/certificate/certificate.ts';
import { certificateUrn } from '../domain/certificate/certificate-event.ts';
import type { Scope } from '../domain/certificate/credential-draft.ts';
import { parseCode } from '../domain/code/short-code.ts';
import type { Words } from '../domain/words.ts';
import { eventsOf } from '../store/certificate-events.ts';
import { certificateByCode, certificateById } from '../store/certificates.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { trustOf } from '../publishing/trust-file.ts';
import { documentOf } from './hand-out-certificate.ts';
import { ReadCertificates } from './read-certificates.ts';

/** What this body's own register says: state and dates, and of what; no name, no reason. */
export type RegisterEntry = {
  readonly id: string;
  readonly state: string;
  readonly effective: string;
  readonly issued: string;
  readonly expires: string;
  readonly title: Words;
  readonly schemeCode: string;
  readonly schemeVersion: number;
  readonly scope: readonly Scope[];
};

export type VerificationAnswer = {
  readonly standing: Standing | 'superseded';
  readonly checks: readonly Check[];
  readonly digest: string | null;
  readonly checkedAt: string;
  /** Null for a certificate of somebody else, and while the register cannot be asked. */
  readonly register: RegisterEntry | null;
  /** The document that was handed in; never there for a code. */
  readonly credential: JsonObject | null;
};

@Injectable()
export class VerifyCertificate {
  constructor(
    private readonly desk: Desk,
    private readonly certificates: ReadCertificates,
  ) {}

  /** A credential or a bundle. Goes on without the database, by what the file carries and what is in memory. */
  async file(file: JsonObject, proofs: 'all' | 'quickest' = 'all'): Promise<VerificationAnswer> {
    const credential = isBundle(file) ? file['credential'] : file;
    const stored = await inTime(this.registered(credential)).catch((error: unknown) => {
      log.warn({ err: error }, 'verifying without the register');
      return null;
    });
    const asked = await inTime(this.evidence(isBundle(file) ? null : stored)).catch(() => null);
    const evidence = asked ?? (await this.evidence(null));
    return this.answer(file, evidence, stored, proofs);
  }

  /** Null for a code that is unknown and for one that is mistyped: both ask the database. */
  async code(typed: string): Promise<VerificationAnswer | null> {
    const tx = this.desk.database.manager;
    const stored = await certificateByCode(tx, parseCode(typed) ?? '');
    if (stored === undefined) return null;
    const answer = await this.answer(
      documentOf(stored),
      await this.evidence(stored),
      stored,
      'quickest',
    );
    return { ...answer, credential: null };
  }

  private async answer(
    file: JsonObject,
    evidence: Evidence,
    stored: StoredCertificate | null,
    proofs: 'all' | 'quickest',
  ): Promise<VerificationAnswer> {
    const { keys, config } = this.desk;
    const at = this.desk.now();
    const found = await verify(file, evidence, trustOf(keys, config), at, { proofs });
    const genuine = stored !== null && found.digest === stored.digest;
    const register = genuine ? await inTime(this.entry(stored)).catch(() => null) : null;
    const superseded = found.standing === 'valid' && register?.state === 'superseded';
    return {
      standing: superseded ? 'superseded' : found.standing,
      checks: found.checks,
      digest: found.digest,
      checkedAt: at.toISOString(),
      register,
      credential: found.credential,
    };
  }

  private async registered(credential: unknown): Promise<StoredCertificate | null> {
    const id = (credential as JsonObject | null)?.['id'];
    const [, uuid] = /^urn:uuid:([0-9a-f-]{36})$/.exec(typeof id === 'string' ? id : '') ?? [];
    if (uuid === undefined || certificateUrn(uuid) !== id || !UUID.test(uuid)) return null;
    return (await certificateById(this.desk.database.manager, uuid)) ?? null;
  }

  private async evidence(stored: StoredCertificate | null): Promise<Evidence> {
    const { keys, statusLists } = this.desk;
    const given = { didDocuments: [keys.didDocument], statusLists: statusLists.opened() };
    if (stored === null) return given;
    const tx = this.desk.database.manager;
    const issue = (await eventsOf(tx, stored.id)).filter(({ kind }) => kind === 'issued');
    const [proof] = await this.desk.log.evidenceFor(tx, issue);
    return proof === undefined ? given : { ...given, log: { ...proof } };
  }

  private async entry(certificate: StoredCertificate): Promise<RegisterEntry> {
    const view = await this.certificates.viewOf(this.desk.database.manager, certificate);
    return {
      id: view.id,
      state: stateOn(certificate, this.desk.today()),
      effective: view.effective,
      issued: view.issued,
      expires: view.expires,
      title: view.title,
      schemeCode: view.schemeCode,
      schemeVersion: view.schemeVersion,
      scope: view.scope,
    };
  }
}

/** A register that hangs must not make the verifier wait: he is told what it could not say. */
async function inTime<T>(asking: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the register did not answer in a second')), 1000);
  });
  try {
    return await Promise.race([asking, late]);
  } finally {
    clearTimeout(timer);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const unknownCode = (): Problem =>
  new Problem('not-found', {
    reason: 'code-unknown',
    detail: 'No certificate has this code. Check each character, or use the file.',
  });
