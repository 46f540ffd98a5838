/**
 * The server's time, carried on by the computer's monotonic clock: setting the computer's clock
 * during an exam moves nothing.
 */
export class ServerClock {
  #base: number;
  #mark: number;
  readonly #monotonic: () => number;

  constructor(serverNow: number, monotonic: () => number = () => performance.now()) {
    this.#base = serverNow;
    this.#monotonic = monotonic;
    this.#mark = monotonic();
  }

  now(): number {
    return this.#base + (this.#monotonic() - this.#mark);
  }

  learn(serverTime: string): void {
    this.#base = Date.parse(serverTime);
    this.#mark = this.#monotonic();
  }
}
