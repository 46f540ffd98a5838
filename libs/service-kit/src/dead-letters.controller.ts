import {
  Body,
  Controller,
  Get,
  HttpCode,
  Optional,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
} from 'class-validator';
import { type TopicName, topics } from '#libs/contracts';
import { DeadLetters, Messaging, type DeadLetter, type RebuildOutcome } from '#libs/messaging';
import { appendAudit } from './audit.ts';
import { Caller, Permission, type CallerIdentity } from './caller.ts';
import { Clock } from './clock.ts';
import { PageQuery } from './page-query.ts';
import { Problem } from './problem.ts';

const topicNames = topics.map(({ name }) => name);

class DeadLetterQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'replayed', 'set-aside']) state?: 'open' | 'replayed' | 'set-aside';
}

class ReasonBody {
  /** Why; it stands in the audit trail. */
  @IsString() @Length(3, 1000) reason!: string;
}

class RepublishBody extends ReasonBody {
  /** Only these of the service's topics; all of them, where absent. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(topicNames, { each: true })
  topics?: TopicName[];
}

/** Events that could not be handled, and what a person decides about them. */
@Controller('dead-letters')
export class DeadLettersController {
  constructor(
    private readonly clock: Clock,
    // Only a service without messaging has none.
    @Optional() private readonly letters?: DeadLetters,
    @Optional() private readonly messaging?: Messaging,
  ) {}

  @Get()
  @Permission('deadletters.manage')
  list(@Query() query: DeadLetterQuery): Promise<{ items: DeadLetter[]; total: number }> {
    return present(this.letters).list(query.state ?? null, query);
  }

  /** Handles the event again, then the later events of its key that wait. */
  @Post(':id/replay')
  @HttpCode(200)
  @Permission('deadletters.manage')
  replay(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonBody,
    @Caller() caller: CallerIdentity,
  ): Promise<object> {
    return this.decide('replay', id, body.reason, caller);
  }

  /** Leaves the event out for good; the later events of its key go on. */
  @Post(':id/set-aside')
  @HttpCode(200)
  @Permission('deadletters.manage')
  setAside(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonBody,
    @Caller() caller: CallerIdentity,
  ): Promise<object> {
    return this.decide('setAside', id, body.reason, caller);
  }

  /** Empties this service's copies and reads them anew from the start of their topics. */
  @Post('rebuild-copies')
  @HttpCode(202)
  @Permission('deadletters.manage')
  async rebuild(
    @Body() body: ReasonBody,
    @Caller() caller: CallerIdentity,
  ): Promise<RebuildOutcome> {
    const outcome = await present(this.messaging).rebuildCopies((tx, generation) =>
      appendAudit(tx, {
        act: 'copies.rebuilt',
        actor: caller,
        subject: { kind: 'copies', id: String(generation) },
        reason: body.reason,
        at: this.clock.now(),
      }),
    );
    if (outcome.outcome === 'refused')
      throw new Problem('unprocessable', { reason: outcome.reason });
    return outcome;
  }

  /** Sends this service's events again, in their order, for a broker that has lost them. */
  @Post('republish')
  @HttpCode(202)
  @Permission('deadletters.manage')
  async republish(
    @Body() { reason, topics: only }: RepublishBody,
    @Caller() caller: CallerIdentity,
  ): Promise<{ outcome: 'republishing'; events: number }> {
    const events = await present(this.messaging).republish(only ?? null, (tx, count) =>
      appendAudit(tx, {
        act: 'events.republished',
        actor: caller,
        subject: { kind: 'events', id: only?.join(',') ?? 'all' },
        reason,
        at: this.clock.now(),
        data: { events: count },
      }),
    );
    return { outcome: 'republishing', events };
  }

  private async decide(
    act: 'replay' | 'setAside',
    id: string,
    reason: string,
    caller: CallerIdentity,
  ): Promise<object> {
    const at = this.clock.now();
    const outcome = await present(this.letters)[act](id, {
      by: caller.account,
      at,
      reason,
      also: (tx) =>
        appendAudit(tx, {
          act: act === 'replay' ? 'dead-letter.replayed' : 'dead-letter.set-aside',
          actor: caller,
          subject: { kind: 'dead-letter', id },
          reason,
          at,
        }),
    });
    if (outcome.outcome === 'refused') {
      throw new Problem(outcome.reason === 'not-found' ? 'not-found' : 'conflict', {
        reason: outcome.reason,
      });
    }
    return outcome;
  }
}

function present<T>(part: T | undefined): T {
  if (part === undefined)
    throw new Problem('not-found', { detail: 'This service has no messaging.' });
  return part;
}
