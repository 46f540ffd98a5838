// Counts wrong codes by the address they came from: 80 random bits are not found by guessing, and
// nobody shall even try for long.
export type GuessLimits = { readonly most: number; readonly windowMs: number };

export const GUESS_LIMITS: GuessLimits = { most: 20, windowMs: 10 * 60_000 };
const MOST_ADDRESSES = 50_000;

export class Guessing {
  private readonly wrong = new Map<string, number[]>();
  private readonly limits: GuessLimits;

  constructor(limits: GuessLimits = GUESS_LIMITS) {
    this.limits = limits;
  }

  /** Seconds after which this address may ask again; 0: now. */
  waitFor(address: string, now: number): number {
    const times = this.recent(address, now);
    const oldest = times[0];
    if (oldest === undefined || times.length < this.limits.most) return 0;
    return Math.max(1, Math.ceil((oldest + this.limits.windowMs - now) / 1000));
  }

  countWrong(address: string, now: number): void {
    const times = [...this.recent(address, now), now];
    this.wrong.delete(address);
    this.wrong.set(address, times);
    const [first] = this.wrong.keys();
    if (this.wrong.size > MOST_ADDRESSES && first !== undefined) this.wrong.delete(first);
  }

  private recent(address: string, now: number): number[] {
    const times = this.wrong.get(address) ?? [];
    return times.filter((time) => time > now - this.limits.windowMs);
  }
}
