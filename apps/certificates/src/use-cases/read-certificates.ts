import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import { stateOn } from '../domain/certificate/certificate.ts';
import { scopeOf } from '../domain/certificate/credential-draft.ts';
import type { Scope } from '../domain/certificate/credential-draft.ts';
import { formatCode } from '../domain/code/short-code.ts';
import type { Framework, Scheme } from '../domain/scheme/scheme.ts';
import type { Words } from '../domain/words.ts';
import { certificateById, certificatesOf, searchCertificates } from '../store/certificates.ts';
import type { CertificateSearch, StoredCertificate } from '../store/certificates.ts';
import { frameworkVersions, servesIn } from '../store/copies.ts';
import { schemeVersion } from '../store/schemes.ts';

export type CertificateView = {
  readonly id: string;
  readonly practitionerId: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly schemeCode: string;
  readonly title: Words;
  readonly scope: readonly Scope[];
  readonly state: string;
  readonly reasonCode: string;
  readonly effective: string;
  readonly issued: string;
  readonly issuedAt: string;
  readonly expires: string;
  readonly attainmentIds: readonly string[];
  readonly code: string;
  /** Draws the rosette. */
  readonly digest: string;
  readonly version: number;
};

@Injectable()
export class ReadCertificates {
  /** Published schemes and frameworks never change, so that what was read once stays true. */
  private readonly known = new Map<string, { scheme: Scheme; framework: Framework }>();

  constructor(private readonly desk: Desk) {}

  async search(
    caller: CallerIdentity,
    query: Omit<CertificateSearch, 'agencies' | 'today'>,
  ): Promise<{ items: CertificateView[]; total: number }> {
    const tx = this.desk.database.manager;
    const search = { ...query, agencies: visibleAgencies(caller), today: this.desk.today() };
    const { items, total } = await searchCertificates(tx, search);
    return { items: await Promise.all(items.map((one) => this.viewOf(tx, one))), total };
  }

  async own(caller: CallerIdentity): Promise<{ items: CertificateView[]; total: number }> {
    if (caller.person === null) return { items: [], total: 0 };
    const tx = this.desk.database.manager;
    const held = await certificatesOf(tx, caller.person);
    return {
      items: await Promise.all(held.map((one) => this.viewOf(tx, one))),
      total: held.length,
    };
  }

  /** The holder's own, or one that the caller's permission and agency let him see. */
  async visible(caller: CallerIdentity, id: string): Promise<StoredCertificate> {
    const tx = this.desk.database.manager;
    const certificate = await certificateById(tx, id);
    if (certificate === undefined) throw new Problem('not-found');
    if (caller.person !== null && caller.person === certificate.practitionerId) return certificate;
    const may = caller.permissions.some((one) => one === 'certificates.read');
    const agencies = visibleAgencies(caller);
    if (!may || !(await servesIn(tx, certificate.practitionerId, agencies))) {
      throw new Problem('not-found');
    }
    return certificate;
  }

  async read(caller: CallerIdentity, id: string): Promise<CertificateView> {
    return this.viewOf(this.desk.database.manager, await this.visible(caller, id));
  }

  /** For a caller who has just acted on it. */
  async view(id: string): Promise<CertificateView> {
    const tx = this.desk.database.manager;
    const certificate = await certificateById(tx, id);
    if (certificate === undefined) throw new Problem('not-found');
    return this.viewOf(tx, certificate);
  }

  async viewOf(tx: EntityManager, certificate: StoredCertificate): Promise<CertificateView> {
    const { scheme, framework } = await this.basis(tx, certificate);
    return {
      id: certificate.id,
      practitionerId: certificate.practitionerId,
      schemeId: scheme.id,
      schemeVersion: scheme.version,
      schemeCode: scheme.code,
      title: scheme.title,
      scope: scopeOf(scheme, framework),
      state: stateOn(certificate, this.desk.today()),
      reasonCode: certificate.reasonCode,
      effective: certificate.effective,
      issued: certificate.issued,
      issuedAt: certificate.issuedAt.toISOString(),
      expires: certificate.expires,
      attainmentIds: certificate.attainmentIds,
      code: formatCode(certificate.code),
      digest: certificate.digest,
      version: certificate.version,
    };
  }

  /** The scheme version and the framework version that a certificate rests on. */
  async basis(
    tx: EntityManager,
    { schemeId, schemeVersion: version }: StoredCertificate,
  ): Promise<{ scheme: Scheme; framework: Framework }> {
    const key = `${schemeId}/${version}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const scheme = await schemeVersion(tx, schemeId, version);
    const versions = scheme ? await frameworkVersions(tx, scheme.frameworkId) : [];
    const framework = versions.find((one) => one.version === scheme?.frameworkVersion);
    // While the copies are rebuilt a framework may be away for a moment.
    if (!scheme || !framework) throw new Problem('unavailable', { retryAfter: 2 });
    this.known.set(key, { scheme, framework });
    return { scheme, framework };
  }
}
