import { Injectable } from '@nestjs/common';
import { AuditTrail, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import { attainmentRecords } from '../store/attainments.ts';
import { casesOf, openCases } from '../store/cases.ts';
import { eventsOf } from '../store/certificate-events.ts';
import { certificateById } from '../store/certificates.ts';
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

  async certificate(caller: CallerIdentity, id: string) {
    const tx = this.desk.database.manager;
    const stored = await certificateById(tx, id);
    const agencies = visibleAgencies(caller);
    if (!stored || !(await servesIn(tx, stored.practitionerId, agencies))) {
      throw new Problem('not-found');
    }
    const events = await eventsOf(tx, id);
    const evidence = await this.desk.log.evidenceFor(tx, events);
    const [ofCertificate, ofScheme] = await Promise.all([
      this.trail.ofSubject('certificate', id),
      this.trail.ofSubject('scheme', stored.schemeId),
    ]);
    return {
      compiledAt: this.desk.now().toISOString(),
      certificate: await this.certificates.viewOf(tx, stored),
      scheme: await schemeVersion(tx, stored.schemeId, stored.schemeVersion),
      attainments: await attainmentRecords(tx, stored.attainmentIds),
      events: events.map(({ index, ...event }) => ({ ...event, logIndex: index })),
      cases: await casesOf(tx, id),
      audit: [...ofCertificate, ...ofScheme].toSorted((a, b) => a.seq - b.seq),
      log: { key: this.desk.keys.logKey, evidence },
      credential: stored.credential === null ? null : (JSON.parse(stored.credential) as unknown),
    };
  }

  open(caller: CallerIdentity, page: { limit: number; offset: number }) {
    const agencies = visibleAgencies(caller);
    return openCases(this.desk.database.manager, { agencies, ...page });
  }
}
