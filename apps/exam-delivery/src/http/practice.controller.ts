import { randomBytes } from 'node:crypto';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Clock, SignedIn } from '#libs/service-kit';
import { compilePractice, practiceOrder, scorePractice } from '../domain/practice/practice-exam.ts';
import type { PracticeResult } from '../domain/practice/practice-exam.ts';
import { practicePackage } from './practice-package.ts';
import type { PracticeStarted } from './practice-package.ts';

export class PracticeResponsesDto {
  /** By item: response identifiers with their values. */
  @IsObject()
  responses!: Record<string, unknown>;
}

/** Like an exam, and nothing of it is recorded. */
@ApiTags('candidate')
@Controller('practice')
export class PracticeController {
  private readonly items = compilePractice();

  constructor(private readonly clock: Clock) {}

  @Post('start')
  @HttpCode(200)
  @SignedIn()
  start(): PracticeStarted {
    const order = practiceOrder(this.items, randomBytes(16).toString('hex'));
    return practicePackage(this.items, order, this.clock.now());
  }

  @Post('score')
  @HttpCode(200)
  @SignedIn()
  score(@Body() body: PracticeResponsesDto): PracticeResult {
    return scorePractice(this.items, body.responses);
  }
}
