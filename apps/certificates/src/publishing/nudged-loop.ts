/**
 * Work that waits for commits of others: looks every `idleMs`, and after a nudge every few
 * milliseconds until it finds something. A nudge may come before the commit it announces.
 */
export class NudgedLoop {
  private readonly work: () => Promise<boolean>;
  private readonly idleMs: number;
  private readonly failed: (error: unknown) => void;
  private running: Promise<void> | null = null;
  private stopping = false;
  private hotUntil = 0;
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

  nudge(): void {
    this.hotUntil = performance.now() + 1000;
    this.rouse();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      let found = false;
      try {
        found = await this.work();
      } catch (error) {
        this.failed(error);
        await this.sleep(1000);
      }
      if (found) continue;
      await this.sleep(performance.now() < this.hotUntil ? 8 : this.idleMs);
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
      // While hot, a further nudge must not turn the pause into a spin.
      this.rouse = ms > 8 ? done : () => undefined;
    });
  }
}
