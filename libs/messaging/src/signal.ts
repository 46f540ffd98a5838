/** A sleep that can be cut short; a wake that comes while nobody sleeps is kept for the next sleep. */
export class Signal {
  private pending = false;
  private wakeSleeper: (() => void) | null = null;

  wake(): void {
    this.pending = true;
    this.wakeSleeper?.();
  }

  async sleep(ms: number): Promise<void> {
    if (!this.pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wakeSleeper = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wakeSleeper = null;
    }
    this.pending = false;
  }
}
