import { Injectable } from '@nestjs/common';
import type { Trust } from '#libs/credentials';
import { Desk } from '../desk.ts';
import { trustOf } from '../publishing/trust-file.ts';

@Injectable()
export class TrustFile {
  constructor(private readonly desk: Desk) {}

  read(): Trust {
    return trustOf(this.desk.keys, this.desk.config);
  }
}
