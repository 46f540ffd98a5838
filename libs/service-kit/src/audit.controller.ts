import { Controller, Get, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsDate, IsOptional, IsString } from 'class-validator';
import { AuditTrail } from './audit-trail.ts';
import type { AuditRow, ChainAnswer } from './audit.ts';
import { Caller, Permission, visibleAgencies, type CallerIdentity } from './caller.ts';
import { PageQuery } from './page-query.ts';

class AuditQuery extends PageQuery {
  @IsOptional() @IsString() subjectKind?: string;
  @IsOptional() @IsString() subjectId?: string;
  @IsOptional() @IsString() act?: string;
  @IsOptional() @IsString() account?: string;
  @IsOptional() @Type(() => Date) @IsDate() from?: Date;
  @IsOptional() @Type(() => Date) @IsDate() to?: Date;
}

@Controller('audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  /** Acts of authority in this service, newest first. */
  @Get()
  @Permission('audit.read')
  search(
    @Query() query: AuditQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: AuditRow[]; total: number }> {
    return this.trail.search({ ...query, agencies: visibleAgencies(caller) });
  }

  /** Recomputes the hash chain from its beginning. */
  @Get('check')
  @Permission('audit.read')
  check(): Promise<ChainAnswer> {
    return this.trail.check();
  }
}
