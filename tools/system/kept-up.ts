// A process that is wanted until it is stopped: one that dies is said and started again.
import type { Child } from '../engines/children.ts';

export interface KeptUpSpec {
  readonly name: string;
  readonly begin: () => Promise<Child>;
  /** How it is asked to end, and after how many milliseconds it is killed. */
  readonly ending: readonly [signal: NodeJS.Signals, patienceMs: number];
  readonly logFile: string;
  readonly say: (line: string) => void;
}

const LONGEST_WAIT_S = 30;
/** So long without a death, and earlier ones are forgiven. */
const QUIET_MS = 600_000;

export class KeptUp {
  private readonly spec: KeptUpSpec;
  private child: Child | undefined;
  private launching: Promise<void> = Promise.resolve();
  private again: NodeJS.Timeout | undefined;
  private wanted = false;
  private deaths = 0;

  constructor(spec: KeptUpSpec) {
    this.spec = spec;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Rejects when the first start fails: then nothing is tried again. */
  async start(): Promise<void> {
    if (this.wanted) return;
    this.wanted = true;
    this.deaths = 0;
    try {
      await this.launch();
    } catch (error) {
      this.wanted = false;
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.wanted = false;
    clearTimeout(this.again);
    // A start that is under way is let come to its end, or its process would outlive this one.
    await this.launching.catch(() => undefined);
    await this.child?.stop(...this.spec.ending);
    this.child = undefined;
  }

  private launch(): Promise<void> {
    this.launching = this.spec.begin().then((child) => {
      this.child = child;
      const forgiven = setTimeout(() => (this.deaths = 0), QUIET_MS).unref();
      void child.exited.then((code) => {
        clearTimeout(forgiven);
        this.startAgain(`ended with ${code ?? 'a signal'}`);
      });
    });
    return this.launching;
  }

  private startAgain(why: string): void {
    if (!this.wanted) return;
    const seconds = Math.min(LONGEST_WAIT_S, 2 ** this.deaths);
    this.deaths += 1;
    const { name, logFile, say } = this.spec;
    say(`${name} ${why}; starting it again in ${seconds} s (its log: ${logFile})`);
    this.again = setTimeout(() => {
      this.launch().catch((error: unknown) =>
        this.startAgain(`did not start (${error instanceof Error ? error.message : 'unknown'})`),
      );
    }, seconds * 1000);
  }
}
