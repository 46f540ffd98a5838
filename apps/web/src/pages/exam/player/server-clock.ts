/** How far the two clocks of a computer may part before the server is asked: no drift of an exam's length does. */
const apart = 3_000;

/**
 * The server's time, carried on by the computer's monotonic clock: setting the computer's clock
 * during an exam moves nothing.
 */
export class ServerClock {
  #base: number;
  #mark: number;
  #wallMark: number;
  readonly #monotonic: () => number;
  readonly #wall: () => number;

  constructor(
    serverNow: number,
    monotonic: () => number = () => performance.now(),
    wall: () => number = () => Date.now(),
  ) {
    this.#base = serverNow;
    this.#monotonic = monotonic;
    this.#wall = wall;
    this.#mark = monotonic();
    this.#wallMark = wall();
  }

  now(): number {
    return this.#base + (this.#monotonic() - this.#mark);
  }

  /**
   * The wall clock went on without the monotonic one: the computer slept, or its clock was set. Which of the two,
   * and what time it is then, only the server can say.
   */
  isDoubtful(): boolean {
    const gap = this.#wall() - this.#wallMark - (this.#monotonic() - this.#mark);
    return Math.abs(gap) > apart;
  }

  learn(serverTime: string): void {
    this.#base = Date.parse(serverTime);
    this.#mark = this.#monotonic();
    this.#wallMark = this.#wall();
  }
}
