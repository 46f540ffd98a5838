import { Injectable } from '@nestjs/common';

/** The one source of time. Domain code gets the instant passed in; SQL never asks the database. */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's time, moved by an offset outside production so that expiry and retakes can be tried. */
@Injectable()
export class ShiftableClock extends Clock {
  private offsetMs = Number(process.env['SANAD_CLOCK_OFFSET_SECONDS'] ?? 0) * 1000;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  shiftTo(offsetSeconds: number): void {
    this.offsetMs = offsetSeconds * 1000;
  }
}
