/** A bucket of tokens for each address: so many a minute, all of which may come at once. */
interface Bucket {
  tokens: number;
  at: number;
}

const REMEMBERED = 50_000;

export class Throttle {
  private readonly buckets = new Map<string, Bucket>();
  private readonly perMinute: number;

  constructor(perMinute: number) {
    this.perMinute = perMinute;
  }

  /** Seconds to wait; 0 = admitted. */
  take(address: string, nowMs: number): number {
    const known = this.buckets.get(address);
    const perMs = this.perMinute / 60_000;
    const tokens = known
      ? Math.min(this.perMinute, known.tokens + (nowMs - known.at) * perMs)
      : this.perMinute;
    const left = tokens >= 1 ? tokens - 1 : tokens;
    // Re-inserted, so that the oldest entry is the one longest unheard of.
    this.buckets.delete(address);
    this.buckets.set(address, { tokens: left, at: nowMs });
    if (this.buckets.size > REMEMBERED) this.forgetOldest();
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
  }

  private forgetOldest(): void {
    const oldest = this.buckets.keys().next().value;
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
