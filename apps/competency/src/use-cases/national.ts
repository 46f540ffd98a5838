import { Injectable } from '@nestjs/common';
import { Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { PublishedFramework, Text } from '../domain/framework/framework.ts';
import { cellsOf } from '../domain/national/cells.ts';
import type { Place } from '../domain/national/group.ts';
import { hiddenGroups } from '../domain/national/hidden-groups.ts';
import { nationalView } from '../domain/national/national-view.ts';
import type { MatrixBy, NationalFilter, NationalView } from '../domain/national/national-view.ts';
import { SMALLEST_SHOWN } from '../domain/national/suppression.ts';
import type { Headcount } from '../domain/national/tally.ts';
import { trainingNeeds } from '../domain/national/training-needs.ts';
import type { TrainingNeeds } from '../domain/national/training-needs.ts';
import { AgencyTable, RegionTable } from '../store/agency.table.ts';
import { readPopulation } from '../store/population.ts';
import { HIDING_RULE } from './hiding-rule.ts';
import { refusal } from './refuse.ts';

export interface NationalQuestion {
  framework?: string;
  role?: string;
  agency?: string;
  region?: string;
}

export interface NationalHead {
  framework: { frameworkId: string; code: string; version: number; title: Text };
  asOf: string;
  /** The agency that the answer is confined to, when the caller may see no other. */
  scope: string | null;
  filter: { role: string | null; agency: string | null; region: string | null };
  suppression: { smallestShown: number; rule: Text };
}

@Injectable()
export class National {
  private hidden: { key: string; groups: Set<string> } | undefined;

  constructor(private readonly desk: Desk) {}

  async view(
    caller: CallerIdentity,
    question: NationalQuestion,
    by: MatrixBy,
  ): Promise<NationalHead & NationalView> {
    const { head, framework, where, cellOf, filter } = await this.answer(caller, question);
    return { ...head, ...nationalView(framework, where, cellOf, filter, by) };
  }

  async trainingNeeds(
    caller: CallerIdentity,
    question: NationalQuestion,
    by: 'competency' | 'role',
  ): Promise<NationalHead & TrainingNeeds> {
    const { head, framework, cellOf, filter } = await this.answer(caller, question);
    return { ...head, ...trainingNeeds(framework, cellOf, filter, by) };
  }

  private async answer(caller: CallerIdentity, question: NationalQuestion) {
    const { manager } = this.desk.database;
    const framework = await this.desk.frameworks.newest(question.framework);
    if (framework === undefined) throw refusal('no-framework');
    const asOf = this.desk.today();
    const [agencies, regions, population] = await Promise.all([
      manager.find(AgencyTable, { order: { code: 'ASC' } }),
      manager.find(RegionTable, { order: { code: 'ASC' } }),
      readPopulation(manager, framework, asOf),
    ]);
    const own = visibleAgencies(caller);
    const seen =
      own === 'all' ? agencies : agencies.filter(({ agencyId }) => own.includes(agencyId));
    const filter = filterOf(framework, question, seen, own === 'all' ? null : (own[0] ?? ''));
    // Hidden is decided over the whole country, whoever asks and whatever about.
    const hidden = this.hiddenIn(framework, agencies, population.headcounts);
    return {
      framework,
      where: { agencies: seen, regions: own === 'all' ? regions : [] },
      cellOf: cellsOf(population, agencies, hidden),
      filter,
      head: {
        framework: {
          frameworkId: framework.frameworkId,
          code: framework.code,
          version: framework.version,
          title: framework.title,
        },
        asOf,
        scope: own === 'all' ? null : (own[0] ?? ''),
        filter: {
          role: filter.roleId,
          agency: filter.place?.kind === 'agency' ? filter.place.id : null,
          region: filter.place?.kind === 'region' ? filter.place.id : null,
        },
        suppression: { smallestShown: SMALLEST_SHOWN, rule: HIDING_RULE },
      } satisfies NationalHead,
    };
  }

  /** It follows from who serves where, which changes seldom. */
  private hiddenIn(
    framework: PublishedFramework,
    places: readonly Place[],
    headcounts: readonly Headcount[],
  ): Set<string> {
    const sorted = headcounts
      .map(({ roleId, agencyId, headcount }) => `${roleId}/${agencyId}/${headcount}`)
      .toSorted();
    const where = places.map(({ agencyId, region }) => `${agencyId}/${region}`);
    const key = [framework.frameworkId, framework.version, ...where, ...sorted].join();
    if (this.hidden?.key !== key) {
      this.hidden = { key, groups: hiddenGroups(framework, places, headcounts) };
    }
    return this.hidden.groups;
  }
}

function filterOf(
  framework: PublishedFramework,
  { role, agency, region }: NationalQuestion,
  seen: readonly Place[],
  scope: string | null,
): NationalFilter {
  const found = framework.roles.find(({ roleId, code }) => role === roleId || role === code);
  if (role !== undefined && found === undefined) {
    throw new Problem('not-found', { detail: 'The framework has no such role.' });
  }
  const roleId = found?.roleId ?? null;
  const asked = agency ?? scope ?? undefined;
  if (asked !== undefined) {
    const place = seen.find(({ agencyId }) => agencyId === asked);
    if (place === undefined || (region !== undefined && region !== place.region)) {
      throw new Problem('not-found', { detail: 'There is no such agency here.' });
    }
    return { roleId, place: { kind: 'agency', id: asked } };
  }
  if (region !== undefined && !seen.some((place) => place.region === region)) {
    throw new Problem('not-found', { detail: 'There is no agency in such a region.' });
  }
  return { roleId, place: region === undefined ? null : { kind: 'region', id: region } };
}
