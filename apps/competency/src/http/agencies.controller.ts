import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Caller, PageQuery, Permission, SignedIn } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { Agency, Region } from '../domain/practitioner/agency.ts';
import { AgencyTable, RegionTable } from '../store/agency.table.ts';
import { addAgency, addRegion } from '../use-cases/add-agency.ts';
import { AgencyDto, RegionDto } from './agency.dto.ts';

@Controller()
export class AgenciesController {
  constructor(private readonly desk: Desk) {}

  @Get('agencies')
  @SignedIn()
  async agencies(
    @Query() { limit, offset }: PageQuery,
  ): Promise<{ items: Agency[]; total: number }> {
    const [items, total] = await this.desk.database.manager.findAndCount(AgencyTable, {
      order: { code: 'ASC' },
      take: limit,
      skip: offset,
    });
    return { items, total };
  }

  /** Only for an account of no agency. */
  @Post('agencies')
  @Permission('practitioners.manage')
  addAgency(@Body() body: AgencyDto, @Caller() caller: CallerIdentity): Promise<Agency> {
    return addAgency(this.desk, caller, body);
  }

  @Get('regions')
  @SignedIn()
  async regions(): Promise<{ items: Region[]; total: number }> {
    const [items, total] = await this.desk.database.manager.findAndCount(RegionTable, {
      order: { code: 'ASC' },
    });
    return { items, total };
  }

  /** Only for an account of no agency. */
  @Post('regions')
  @Permission('practitioners.manage')
  addRegion(@Body() body: RegionDto, @Caller() caller: CallerIdentity): Promise<Region> {
    return addRegion(this.desk, caller, body);
  }
}
