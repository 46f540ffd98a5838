import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inTransaction, MissingReference } from '#libs/messaging';
import { idempotent, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import { decide } from '../domain/issuing/decide.ts';
import { attainmentsOf } from '../store/attainments.ts';
import { certificateById, certificatesOf, lockPractitioner } from '../store/certificates.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { frameworkVersions, servesIn } from '../store/copies.ts';
import { publishedScheme } from '../store/schemes.ts';
import { issueCertificate } from './issue-certificate.ts';
import { refusedIssue } from './refusals.ts';

export type IssueOrder = {
  readonly schemeId: string;
  readonly practitionerId: string;
  readonly reason: string;
};

/** A named person issues: by the same rules, and never to himself. */
@Injectable()
export class IssueByPerson {
  constructor(private readonly desk: Desk) {}

  async issue(
    caller: CallerIdentity,
    order: IssueOrder,
    key: string | undefined,
  ): Promise<StoredCertificate> {
    const { desk } = this;
    if (caller.person === order.practitionerId) {
      throw new Problem('forbidden', {
        reason: 'own-certificate',
        detail: 'Nobody acts on a certificate of his own.',
      });
    }
    const at = desk.now();
    const request = { key, caller, route: 'POST /certificates', body: order, at };
    const { id } = await inTransaction(desk.database, (tx) =>
      idempotent(tx, request, async () => ({ id: await this.issued(tx, caller, order) })),
    );
    const certificate = await certificateById(desk.database.manager, id);
    if (certificate === undefined) throw new Error(`certificate ${id} was issued and is not there`);
    return certificate;
  }

  private async issued(
    tx: EntityManager,
    caller: CallerIdentity,
    { schemeId, practitionerId, reason }: IssueOrder,
  ): Promise<string> {
    const { desk } = this;
    await lockPractitioner(tx, practitionerId);
    const scheme = await publishedScheme(tx, schemeId);
    if (!scheme || !(await servesIn(tx, practitionerId, visibleAgencies(caller)))) {
      throw new Problem('not-found');
    }
    const versions = await frameworkVersions(tx, scheme.frameworkId);
    const framework = versions.find((one) => one.version === scheme.frameworkVersion);
    if (framework === undefined) throw new Problem('unavailable', { retryAfter: 2 });
    const held = await certificatesOf(tx, practitionerId, scheme.id);
    const attainments = await attainmentsOf(tx, practitionerId);
    const decision = decide({ scheme, versions }, attainments, held, desk.today());
    if (decision.outcome !== 'issue') throw refusedIssue(decision);
    const issuing = { scheme, framework, practitionerId, decision, by: caller, reason };
    const certificate = await issueCertificate(desk, tx, issuing).catch(nameMissing);
    if (certificate === null) throw refusedIssue({ outcome: 'wait', reason: 'already-certified' });
    return certificate.id;
  }
}

function nameMissing(error: unknown): never {
  if (!(error instanceof MissingReference)) throw error;
  throw new Problem('unprocessable', {
    reason: 'name-unknown',
    detail: 'The practitioner’s name has not come yet, or was erased.',
  });
}
