import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { Attainment } from '../domain/attainment/attainment.ts';
import { recordAttainments } from '../use-cases/record-attainment.ts';
import { withdrawAttainment } from '../use-cases/withdraw-attainment.ts';
import {
  RecordAttainmentDto,
  RecordAttainmentListDto,
  WithdrawAttainmentDto,
} from './attainment.dto.ts';
import { IdParam } from './framework.dto.ts';

@Controller('attainments')
export class AttainmentsController {
  constructor(private readonly desk: Desk) {}

  /** Records evidence that was established elsewhere. Nobody records for himself. */
  @Post()
  @Permission('attainments.record')
  async record(
    @Body() body: RecordAttainmentDto,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<Attainment> {
    const [recorded] = await recordAttainments(this.desk, caller, [body], key);
    if (recorded === undefined) throw new Error('what was recorded is not there');
    return recorded;
  }

  /** Up to 500 at once, all of them or none. */
  @Post('list')
  @Permission('attainments.record')
  async recordList(
    @Body() { items }: RecordAttainmentListDto,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: Attainment[]; total: number }> {
    const recorded = await recordAttainments(this.desk, caller, items, key);
    return { items: recorded, total: recorded.length };
  }

  /** Final. What rests on it is suspended elsewhere at once. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Permission('attainments.withdraw')
  withdraw(
    @Param() { id }: IdParam,
    @Body() { reason, authority }: WithdrawAttainmentDto,
    @Caller() caller: CallerIdentity,
  ): Promise<Attainment> {
    return withdrawAttainment(this.desk, caller, { attainmentId: id, reason, authority });
  }
}
