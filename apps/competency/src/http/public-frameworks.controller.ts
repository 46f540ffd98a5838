import { Controller, Get, Header, Param } from '@nestjs/common';
import { Problem, Public } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type {
  Competency,
  CompetencyGroup,
  Level,
  PublishedFramework,
  Text,
} from '../domain/framework/framework.ts';
import {
  FrameworkCompetencyParam,
  FrameworkParam,
  FrameworkVersionParam,
} from './framework.dto.ts';
import { publishedOr404 } from './published-or-404.ts';

interface ListedFramework {
  frameworkId: string;
  code: string;
  version: number;
  title: Text;
  notice: Text;
  publishedAt: string;
}

interface CompetencyPage {
  framework: { frameworkId: string; code: string; version: number; title: Text; notice: Text };
  group: CompetencyGroup | null;
  competency: Competency;
  levels: Level[];
  requiredOf: { roleId: string; code: string; title: Text; level: number }[];
}

const FOR_EVER = 'public, max-age=86400, immutable';

/** What a credential's alignment points to: anyone may read what was attained. */
@Controller('public/frameworks')
export class PublicFrameworksController {
  constructor(private readonly desk: Desk) {}

  /** The newest published version of each. */
  @Get()
  @Public('a published framework is for everyone')
  @Header('cache-control', 'public, max-age=60')
  async list(): Promise<{ items: ListedFramework[]; total: number }> {
    const latest = await this.desk.frameworks.latest();
    const items = latest.map(({ frameworkId, code, version, title, notice, publishedAt }) => ({
      frameworkId,
      code,
      version,
      title,
      notice,
      publishedAt,
    }));
    return { items, total: items.length };
  }

  /** The newest published version; `id` may be the framework's code. */
  @Get(':id')
  @Public('a published framework is for everyone')
  @Header('cache-control', 'public, max-age=60')
  async newest(@Param() { id }: FrameworkParam): Promise<PublishedFramework> {
    const framework = await this.desk.frameworks.newest(id);
    if (framework === undefined) throw new Problem('not-found');
    return framework;
  }

  @Get(':id/:version')
  @Public('a published framework is for everyone')
  @Header('cache-control', FOR_EVER)
  version(@Param() { id, version }: FrameworkVersionParam): Promise<PublishedFramework> {
    return publishedOr404(this.desk.frameworks, id, version);
  }

  @Get(':id/:version/competencies/:code')
  @Public('what a certificate says was attained is for everyone to read')
  @Header('cache-control', FOR_EVER)
  async competency(
    @Param() { id, version, code }: FrameworkCompetencyParam,
  ): Promise<CompetencyPage> {
    const framework = await publishedOr404(this.desk.frameworks, id, version);
    const competency = framework.competencies.find((candidate) => candidate.code === code);
    if (competency === undefined) throw new Problem('not-found');
    const { frameworkId, title, notice } = framework;
    return {
      framework: { frameworkId, code: framework.code, version, title, notice },
      group: framework.groups.find(({ group }) => group === competency.group) ?? null,
      competency,
      levels: framework.levels,
      requiredOf: framework.roles.flatMap((role) =>
        framework.requirements
          .filter(
            (requirement) =>
              requirement.roleId === role.roleId &&
              requirement.competencyId === competency.competencyId,
          )
          .map(({ level }) => ({ ...role, level })),
      ),
    };
  }
}
