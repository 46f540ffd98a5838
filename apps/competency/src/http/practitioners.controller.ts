import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller, etag, Permission, Problem, visibleAgencies } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { Affiliation } from '../domain/practitioner/affiliation.ts';
import { affiliationsOf, findPractitioner, findPractitioners } from '../store/practitioners.ts';
import type { PractitionerView } from '../store/practitioners.ts';
import { changePractitioner } from '../use-cases/change-practitioner.ts';
import { namesOf } from '../use-cases/names-of.ts';
import { readProfile } from '../use-cases/read-profile.ts';
import type { Profile } from '../use-cases/read-profile.ts';
import { registerPractitioner } from '../use-cases/register-practitioner.ts';
import { IdParam } from './framework.dto.ts';
import {
  ChangePractitionerDto,
  NamesDto,
  PractitionerQuery,
  RegisterPractitionerDto,
} from './practitioner.dto.ts';

@Controller('practitioners')
export class PractitionersController {
  constructor(private readonly desk: Desk) {}

  /** People of the agencies that the caller may see. */
  @Get()
  @Permission('practitioners.read', 'practitioners.manage')
  list(
    @Query() { agency, ...query }: PractitionerQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: PractitionerView[]; total: number }> {
    const visible = visibleAgencies(caller);
    const asked = agency === undefined ? visible : [agency];
    const agencies =
      asked === 'all' || visible === 'all' ? asked : asked.filter((id) => visible.includes(id));
    return findPractitioners(this.desk.database.manager, { ...query, agencies });
  }

  @Post()
  @Permission('practitioners.manage')
  async register(
    @Body() { otherNames = null, ...body }: RegisterPractitionerDto,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PractitionerView> {
    const view = await registerPractitioner(this.desk, caller, { ...body, otherNames });
    return tagged(reply, view);
  }

  /** Names to ids, for pages that hold ids; whom the caller may not see is left out. */
  @Post('names')
  @HttpCode(200)
  @Permission('practitioners.read')
  names(
    @Body() { ids }: NamesDto,
    @Caller() caller: CallerIdentity,
  ): Promise<Record<string, string>> {
    return namesOf(this.desk, caller, ids);
  }

  @Get(':id')
  @Permission('practitioners.read', 'practitioners.manage')
  async one(
    @Param() { id }: IdParam,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PractitionerView & { affiliations: Affiliation[] }> {
    const view = tagged(reply, await this.visible(id, caller));
    const history = await affiliationsOf(this.desk.database.manager, id);
    return {
      ...view,
      // What ended before it began was replaced on its first day.
      affiliations: history
        .filter(({ from, to }) => to === null || from <= to)
        .map(({ agencyId, roleIds, from, to }) => ({
          agencyId,
          roleIds,
          from,
          to,
        })),
    };
  }

  @Patch(':id')
  @Permission('practitioners.manage')
  async change(
    @Param() { id }: IdParam,
    @Body() body: ChangePractitionerDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: CallerIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PractitionerView> {
    const change = { ...body, practitionerId: id, ifMatch };
    return tagged(reply, await changePractitioner(this.desk, caller, change));
  }

  @Get(':id/profile')
  @Permission('practitioners.read')
  async profile(@Param() { id }: IdParam, @Caller() caller: CallerIdentity): Promise<Profile> {
    return readProfile(this.desk, await this.visible(id, caller));
  }

  private async visible(id: string, caller: CallerIdentity): Promise<PractitionerView> {
    const view = await findPractitioner(this.desk.database.manager, id, visibleAgencies(caller));
    if (view === undefined) throw new Problem('not-found');
    return view;
  }
}

function tagged(reply: FastifyReply, view: PractitionerView): PractitionerView {
  void reply.header('etag', etag(view.version));
  return view;
}
