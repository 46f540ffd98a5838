/** Work that waits for commits of others: looks when it is nudged, and every `idleMs` unasked. */
export class NudgedLoop {
  private readonly work: () => Promise<boolean>;
  private readonly idleMs: number;
  private readonly failed: (error: unknown) => void;
  private running: Promise<void> | null = null;
  private stopping = false;
  private nudged = false;
  private rouse: () => void = () => undefined;

  /** `work` says whether it found something to do. */
  constructor(
    work: () => Promise<boolean>,
    options: { idleMs: number; failed: (error: unknown) => void },
  ) {
    this.work = work;
    this.idleMs = options.idleMs;
    this.failed = options.failed;
  }

  start(): void {
    this.running ??= this.loop();
  }

  /** To be called after the commit: one that comes while the work goes on is kept for the next look. */
  nudge(): void {
    this.nudged = true;
    this.rouse();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      this.nudged = false;
      let found = false;
      try {
        found = await this.work();
      } catch (error) {
        this.failed(error);
        await this.sleep(1000);
      }
      if (!found && !this.nudged) await this.sleep(this.idleMs);
    }
  }

  private sleep(ms: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
      this.rouse = done;
    });
  }
}
