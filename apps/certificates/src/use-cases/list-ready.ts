import { Injectable } from '@nestjs/common';
import { Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { EvidenceKind } from '../domain/scheme/scheme.ts';
import type { LegalDate } from '../domain/words.ts';
import { publishedScheme } from '../store/schemes.ts';
import { peopleReady } from './people-ready.ts';

export type Ready = {
  readonly practitionerId: string;
  /** What the certificate would rest on. */
  readonly attainments: readonly {
    readonly attainmentId: string;
    readonly competencyCode: string;
    readonly level: number;
    readonly evidence: EvidenceKind;
    readonly from: LegalDate;
    readonly to: LegalDate | null;
  }[];
  readonly expires: LegalDate;
  /** Whether it would take the place of one that is held. */
  readonly renews: boolean;
};

/** To whom an officer may issue today under the published version: of the people whom he sees. */
@Injectable()
export class ListReady {
  constructor(private readonly desk: Desk) {}

  async of(
    caller: CallerIdentity,
    schemeId: string,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ items: Ready[]; total: number }> {
    const tx = this.desk.database.manager;
    const scheme = await publishedScheme(tx, schemeId);
    if (scheme === undefined) throw new Problem('not-found');
    const ready = await peopleReady(this.desk, tx, scheme, visibleAgencies(caller));
    const items = ready
      .slice(offset, offset + limit)
      .map(({ practitionerId, decision }): Ready => ({
        practitionerId,
        attainments: decision.attainments.map((one) => ({
          attainmentId: one.attainmentId,
          competencyCode: one.competencyCode,
          level: one.level,
          evidence: one.evidence,
          from: one.from,
          to: one.to,
        })),
        expires: decision.expires,
        renews: decision.supersedes.length > 0,
      }));
    return { items, total: ready.length };
  }
}
