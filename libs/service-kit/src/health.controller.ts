import { Body, Controller, Get, Header, HttpCode, Put, Res } from '@nestjs/common';
import { IsInt } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Permission, Public } from './caller.ts';
import { Clock, ShiftableClock } from './clock.ts';
import { metricsText } from './metrics.ts';
import { Problem } from './problem.ts';
import { Readiness } from './readiness.ts';

const LONGEST_SHIFT = 3_155_760_000;

class ClockShift {
  /** Seconds added to the machine's time, from now on. */
  @IsInt()
  offsetSeconds!: number;
}

@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly clock: Clock,
  ) {}

  @Get('health/live')
  @Public('says only that the process runs')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('health/ready')
  @Public('says only which parts work')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const report = await this.readiness.report();
    if (!report.ready) void reply.code(503);
    return report;
  }

  @Get('metrics')
  @Public('counts only; the gateway does not forward it')
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return metricsText();
  }

  /** Moves the service's clock, outside production, so that expiry and retakes can be tried. */
  @Put('clock')
  @HttpCode(204)
  @Permission('system.clock')
  shift(@Body() shift: ClockShift): void {
    if (!(this.clock instanceof ShiftableClock) || process.env['NODE_ENV'] === 'production') {
      throw new Problem('forbidden', { detail: 'Time is not moved in production.' });
    }
    // Beyond what a Date holds, every later answer would fail.
    if (Math.abs(shift.offsetSeconds) > LONGEST_SHIFT) {
      throw new Problem('invalid', {
        errors: [{ field: 'offsetSeconds', message: 'at most a hundred years' }],
      });
    }
    this.clock.shiftTo(shift.offsetSeconds);
  }
}
