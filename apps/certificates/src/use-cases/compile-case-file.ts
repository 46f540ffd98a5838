import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { appendAudit, AuditTrail, Problem, visibleAgencies } from '#libs/service-kit';
import type { AuditRow, CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { CertificateEvent } from '../domain/certificate/certificate-event.ts';
import { publicScheme } from '../domain/scheme/scheme.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { attainmentRecords } from '../store/attainments.ts';
import { casesOf, searchCases } from '../store/cases.ts';
import type { CaseListed, CaseSearch } from '../store/cases.ts';
import { eventsOf } from '../store/certificate-events.ts';
import { certificateById } from '../store/certificates.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { servesIn } from '../store/copies.ts';
import { schemeVersion } from '../store/schemes.ts';
import { ReadCertificates } from './read-certificates.ts';

/** What goes to court: what was certified, on which evidence, by which rule, by whom, and proof of when. */
@Injectable()
export class CompileCaseFile {
  constructor(
    private readonly desk: Desk,
    private readonly certificates: ReadCertificates,
    private readonly trail: AuditTrail,
  ) {}

  /** Each taking is a row of the trail, in the transaction that reads; the file lists those before it. */
  certificate(caller: CallerIdentity, id: string): Promise<object> {
    return inTransaction(this.desk.database, async (tx) => {
      const stored = await certificateById(tx, id);
      if (stored === undefined) throw new Problem('not-found');
      // The holder, an officer or not, gets his own copy of it and no other.
      const own = caller.person !== null && caller.person === stored.practitionerId;
      if (!own && !(await mayRead(tx, caller, stored))) throw new Problem('not-found');
      const file = await this.write(tx, stored, own);
      await appendAudit(tx, {
        act: 'certificate.case-file-taken',
        actor: caller,
        subject: { kind: 'certificate', id },
        reason: null,
        at: this.desk.now(),
        data: { copy: own ? 'own' : 'whole' },
      });
      return file;
    });
  }

  private async write(tx: EntityManager, stored: StoredCertificate, own: boolean): Promise<object> {
    const scheme = await schemeVersion(tx, stored.schemeId, stored.schemeVersion);
    const events = await eventsOf(tx, stored.id);
    return {
      compiledAt: this.desk.now().toISOString(),
      copy: own ? 'own' : 'whole',
      certificate: await this.certificates.viewOf(tx, stored),
      issued: issuedBy(events, scheme),
      scheme: own && scheme ? publicScheme(scheme) : scheme,
      attainments: await attainmentRecords(tx, stored.attainmentIds),
      events: events.map(({ index, reason, ...event }) => ({
        ...event,
        ...(own ? {} : { reason }),
        logIndex: index,
      })),
      ...(own
        ? {}
        : { cases: await casesOf(tx, stored.id), audit: await this.auditOf(tx, stored) }),
      log: { key: this.desk.keys.logKey, evidence: await this.desk.log.evidenceFor(tx, events) },
      credential: stored.credential === null ? null : (JSON.parse(stored.credential) as unknown),
    };
  }

  private async auditOf(tx: EntityManager, stored: StoredCertificate): Promise<AuditRow[]> {
    const ofCertificate = await this.trail.ofSubject('certificate', stored.id, tx);
    const ofScheme = await this.trail.ofSubject('scheme', stored.schemeId, tx);
    return [...ofCertificate, ...ofScheme].toSorted((a, b) => a.seq - b.seq);
  }

  cases(
    caller: CallerIdentity,
    { state = 'open', limit, offset }: Pick<CaseSearch, 'limit' | 'offset'> & Partial<CaseSearch>,
  ): Promise<{ items: CaseListed[]; total: number }> {
    const search = { agencies: visibleAgencies(caller), state, limit, offset };
    return searchCases(this.desk.database.manager, search);
  }
}

async function mayRead(
  tx: EntityManager,
  caller: CallerIdentity,
  { practitionerId }: StoredCertificate,
): Promise<boolean> {
  if (!caller.permissions.includes('cases.read')) return false;
  return servesIn(tx, practitionerId, visibleAgencies(caller));
}

/** By a person, or by the rule of the scheme version, which a person published. */
function issuedBy(events: readonly CertificateEvent[], scheme: Scheme | undefined) {
  const issue = events.find(({ kind }) => kind === 'issued');
  if (issue === undefined) return null;
  const { at, authority } = issue;
  if (authority !== 'system') return { at, by: authority, rule: null };
  const rule = scheme && { schemeId: scheme.id, code: scheme.code, version: scheme.version };
  return { at, by: 'system', rule: rule ?? null };
}
