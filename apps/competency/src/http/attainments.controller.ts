import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, Permission } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import type { Attainment } from '../domain/attainment/attainment.ts';
import { recordAttainment } from '../use-cases/record-attainment.ts';
import { withdrawAttainment } from '../use-cases/withdraw-attainment.ts';
import { RecordAttainmentDto, WithdrawAttainmentDto } from './attainment.dto.ts';
import { IdParam } from './framework.dto.ts';

@Controller('attainments')
export class AttainmentsController {
  constructor(private readonly desk: Desk) {}

  /** Records evidence that was established elsewhere. Nobody records for himself. */
  @Post()
  @Permission('attainments.record')
  record(
    @Body() body: RecordAttainmentDto,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<Attainment> {
    return recordAttainment(this.desk, caller, body, key);
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
