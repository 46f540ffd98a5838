import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/credentials';
import { Problem } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { formatBundle } from '#libs/transparency-log';
import { Desk } from '../desk.ts';
import { formatCode } from '../domain/code/short-code.ts';
import type { Language } from '../domain/words.ts';
import { certificatePdf } from '../paper/certificate-pdf.ts';
import { eventsOf } from '../store/certificate-events.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { ReadCertificates } from './read-certificates.ts';

/** What a holder takes away: the signed document, the bundle with its evidence, the paper. */
@Injectable()
export class HandOutCertificate {
  constructor(
    private readonly desk: Desk,
    private readonly certificates: ReadCertificates,
  ) {}

  async credential(caller: CallerIdentity, id: string): Promise<JsonObject> {
    return documentOf(await this.certificates.visible(caller, id));
  }

  async bundle(caller: CallerIdentity, id: string): Promise<string> {
    const certificate = await this.certificates.visible(caller, id);
    const tx = this.desk.database.manager;
    const log = await this.desk.log.evidenceFor(tx, await eventsOf(tx, id));
    if (log.length === 0) {
      throw new Problem('unavailable', {
        reason: 'not-logged-yet',
        detail: 'The certificate is on its way into the log.',
        retryAfter: 1,
      });
    }
    return formatBundle({
      credential: documentOf(certificate),
      didDocument: this.desk.keys.didDocument,
      statusLists: this.desk.statusLists.documentsOf(certificate.statusList),
      log,
    });
  }

  async pdf(caller: CallerIdentity, id: string, language: Language): Promise<Buffer> {
    const certificate = await this.certificates.visible(caller, id);
    const view = await this.certificates.viewOf(this.desk.database.manager, certificate);
    const code = formatCode(certificate.code);
    return certificatePdf({
      language,
      holder: holderOf(documentOf(certificate)),
      bodyName: this.desk.config.bodyName,
      title: view.title,
      scope: view.scope,
      schemeCode: view.schemeCode,
      schemeVersion: view.schemeVersion,
      certificateId: certificate.id,
      issued: certificate.issued,
      expires: certificate.expires,
      code,
      digest: certificate.digest,
      address: `${this.desk.config.publicOrigin}/verify`,
      link: `${this.desk.config.publicOrigin}/verify/${code}`,
    });
  }
}

/** Gone once the holder was erased. */
export function documentOf({ credential }: StoredCertificate): JsonObject {
  if (credential === null) {
    throw new Problem('gone', {
      reason: 'holder-erased',
      detail: 'The document was erased with its holder’s name.',
    });
  }
  return JSON.parse(credential) as JsonObject;
}

function holderOf(credential: JsonObject): string {
  const subject = credential['credentialSubject'] as JsonObject | undefined;
  const [identity] = (subject?.['identifier'] ?? []) as JsonObject[];
  const name = identity?.['identityHash'];
  return typeof name === 'string' ? name : '';
}
