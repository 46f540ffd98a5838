import { Body, Controller, Get, Headers, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/service-kit';
import type { Receipt } from '../domain/attempt/receipt.ts';
import { EndAttempt } from '../use-cases/end-attempt.ts';
import { ReadAttempt } from '../use-cases/read-attempt.ts';
import type { AttemptView } from '../use-cases/read-attempt.ts';
import { SaveEntries } from '../use-cases/save-entries.ts';
import type { Saved } from '../use-cases/save-entries.ts';
import { Access, AttemptTokenGuard } from './attempt-access.ts';
import type { AttemptAccess } from './attempt-access.ts';
import { journalBody, SubmitRequest } from './attempt.dto.ts';
import { requireKey } from './idempotency-key.ts';

const guardedByToken = 'opened by the token of the attempt';

/** What a candidate's browser does during the exam; it asks nobody but this service. */
@ApiTags('attempt')
@ApiHeader({ name: 'authorization', description: '`Attempt <token>`', required: true })
@Controller('attempts/:id')
@UseGuards(AttemptTokenGuard)
export class AttemptController {
  constructor(
    private readonly saver: SaveEntries,
    private readonly reader: ReadAttempt,
    private readonly ender: EndAttempt,
  ) {}

  /** Everything that was saved, to go on after a reload or on another device. */
  @Get('state')
  @Public(guardedByToken)
  state(@Param('id') id: string, @Access() _access: AttemptAccess): Promise<AttemptView> {
    return this.reader.read(id);
  }

  /** Saves entries; the answer says the last number that is durable. */
  @Post('journal')
  @HttpCode(200)
  @Public(guardedByToken)
  @ApiBody(journalBody)
  journal(@Body() body: unknown, @Access() access: AttemptAccess): Promise<Saved> {
    return this.saver.save(access.token, access.inTime, body);
  }

  /**
   * Hands the attempt in and answers with a signed receipt; again and again the same one. With an Idempotency-Key, the
   * same key with another body is a conflict.
   */
  @Post('submit')
  @HttpCode(200)
  @ApiHeader({ name: 'idempotency-key', required: false })
  @Public(guardedByToken)
  submit(
    @Param('id') id: string,
    @Body() body: SubmitRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Access() _access: AttemptAccess,
  ): Promise<Receipt> {
    return this.ender.submit(id, body.lastSeq ?? null, key === undefined ? null : requireKey(key));
  }
}
