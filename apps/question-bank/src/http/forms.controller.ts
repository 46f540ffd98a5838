import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Caller, Permission, type CallerIdentity } from '#libs/service-kit';
import type { FormRecord } from '../store/tables.ts';
import { AssembleForms } from '../use-cases/assemble-forms.ts';
import { ReadForms } from '../use-cases/read-forms.ts';
import { AssembleDto, FormQueryDto } from './form.dto.ts';
import { ReasonDto } from './item.dto.ts';

@Controller('forms')
export class FormsController {
  constructor(
    private readonly assembling: AssembleForms,
    private readonly reading: ReadForms,
  ) {}

  @Get()
  @Permission('forms.assemble', 'forms.publish', 'exams.edit')
  list(@Query() query: FormQueryDto): Promise<{ items: FormRecord[]; total: number }> {
    return this.reading.forms(query);
  }

  /** Chooses the items; what the bank lacks is said by row of the blueprint. */
  @Post()
  @Permission('forms.assemble')
  assemble(@Body() body: AssembleDto, @Caller() caller: CallerIdentity): Promise<FormRecord> {
    return this.assembling.assemble(body.blueprintId, body.seed, caller);
  }

  @Get(':id')
  @Permission('forms.assemble', 'forms.publish', 'exams.edit')
  one(@Param('id', ParseUUIDPipe) id: string): Promise<FormRecord> {
    return this.reading.form(id);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Permission('forms.publish')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Caller() caller: CallerIdentity,
  ): Promise<FormRecord> {
    return this.assembling.publish(id, body.reason, caller);
  }
}
