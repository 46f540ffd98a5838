import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/credentials';
import { parseTilePath } from '#libs/transparency-log';
import { Desk } from '../desk.ts';
import { tileByPath } from '../store/log.ts';

@Injectable()
export class PublicFiles {
  constructor(private readonly desk: Desk) {}

  didDocument(): JsonObject {
    return this.desk.keys.didDocument;
  }

  statusList(name: string): JsonObject | null {
    return this.desk.statusLists.document(name);
  }

  checkpoint(): Promise<string> {
    return this.desk.log.checkpoint();
  }

  tile(path: string): Promise<Buffer | null> {
    parseTilePath(path);
    return tileByPath(this.desk.database.manager, path);
  }
}
