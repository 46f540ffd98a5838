// Takes what happened to certificates into the transparency log: one batch, one signed checkpoint.
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '#libs/messaging';
import { log } from '#libs/service-kit';
import {
  append,
  edgeTiles,
  formatNote,
  inclusionProof,
  leaf,
  newTree,
  fromBase64,
  formatProof,
  restoreTree,
  signNote,
  tilesFor,
} from '#libs/transparency-log';
import type { LogEvidence, TreeState } from '#libs/transparency-log';
import { logEventOf } from '../domain/certificate/certificate-event.ts';
import type { LoggedEvent } from '../store/certificate-events.ts';
import {
  isQueued,
  nextQueued,
  readHead,
  readTiles,
  saveAppended,
  saveFirstHead,
  takeLogTurn,
} from '../store/log.ts';
import type { LogHead } from '../store/log.ts';
import { NudgedLoop } from './nudged-loop.ts';
import { SigningKeys } from './signing-keys.ts';

const MOST_AT_ONCE = 2000;

@Injectable()
export class LogWriter implements OnApplicationBootstrap, OnApplicationShutdown {
  private state: TreeState | null = null;
  private head: LogHead | null = null;
  private readonly loop: NudgedLoop;

  constructor(
    private readonly database: DataSource,
    private readonly keys: SigningKeys,
  ) {
    this.loop = new NudgedLoop(() => this.writeNext(), {
      idleMs: 200,
      failed: (error) => {
        this.state = null;
        log.warn({ err: error }, 'the log could not be written; trying again');
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ((await readHead(tx)) !== null) return;
      const empty = append(newTree(this.keys.log.name), []);
      await saveFirstHead(tx, { size: 0, checkpoint: await this.signed(empty.checkpoint) });
    });
    this.head = await readHead(this.database.manager);
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** To be called by whoever appends an event, in its transaction: written when that is committed. */
  writeAfter(tx: EntityManager): void {
    afterCommit(tx, this, () => this.loop.nudge());
  }

  /** The newest checkpoint that this process knows; it is served while the database is away, too. */
  async checkpoint(): Promise<string> {
    const head = await readHead(this.database.manager).catch(() => null);
    if (head !== null) this.head = head;
    return this.head?.checkpoint ?? '';
  }

  /** What opens these events' commitments, under the newest checkpoint. All must be in the log. */
  async evidenceFor(tx: EntityManager, events: readonly LoggedEvent[]): Promise<LogEvidence[]> {
    const head = await readHead(tx);
    if (head === null) return [];
    const inLog = events.flatMap((event) =>
      event.index === null || event.index >= head.size ? [] : [{ event, index: event.index }],
    );
    const needed = inLog.flatMap(({ index }) =>
      tilesFor((read) => inclusionProof(index, head.size, read)),
    );
    const read = await readTiles(tx, needed);
    return inLog.map(({ event, index }) => ({
      event: logEventOf(event),
      salt: event.salt,
      proof: formatProof({
        index,
        path: inclusionProof(index, head.size, read),
        checkpoint: head.checkpoint,
      }),
    }));
  }

  private async writeNext(): Promise<boolean> {
    if (!(await isQueued(this.database.manager))) return false;
    const written = await this.database.transaction((tx) => this.write(tx));
    if (written === null) return false;
    this.state = written.state;
    this.head = written.head;
    return true;
  }

  private async write(tx: EntityManager): Promise<{ state: TreeState; head: LogHead } | null> {
    if (!(await takeLogTurn(tx))) return null;
    // Read under the lock: another process may just have taken them.
    const mine = await nextQueued(tx, MOST_AT_ONCE);
    if (mine.length === 0) return null;
    const state = await this.stateAt(tx, (await readHead(tx))?.size ?? 0);
    const leaves = mine.map(({ event }) =>
      leaf(logEventOf(event), fromBase64(event.salt, 'malformed-leaf')),
    );
    const appended = append(state, leaves);
    const head = {
      size: appended.state.size,
      checkpoint: await this.signed(appended.checkpoint),
    };
    const { tiles, firstIndex } = appended;
    await saveAppended(tx, { queued: mine, firstIndex, tiles, head });
    return { state: appended.state, head };
  }

  private async stateAt(tx: EntityManager, size: number): Promise<TreeState> {
    if (this.state?.size === size) return this.state;
    const read = await readTiles(tx, edgeTiles(size));
    return restoreTree(this.keys.log.name, size, read);
  }

  private async signed(text: string): Promise<string> {
    return formatNote({ text, signatures: [await signNote(text, this.keys.log)] });
  }
}
