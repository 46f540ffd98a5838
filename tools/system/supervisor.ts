// Runs the services, says when one dies and starts it again, stops all in order.
import { join } from 'node:path';
import { startChild, type Child } from '../engines/children.ts';
import { Obstacle } from '../engines/say.ts';
import { environmentOf, SERVICES, type Addresses, type ServiceName } from './services.ts';
import type { State } from './state.ts';

interface Running {
  child: Child;
  wanted: boolean;
  restarts: number;
}

export class Supervisor {
  private readonly running = new Map<ServiceName, Running>();
  private readonly spec: {
    readonly project: string;
    readonly state: State;
    readonly addresses: Addresses;
    readonly say: (line: string) => void;
    readonly additions?: (service: ServiceName) => Readonly<Record<string, string>>;
  };

  constructor(spec: Supervisor['spec']) {
    this.spec = spec;
  }

  start(service: ServiceName): void {
    if (this.running.get(service)?.wanted) return;
    this.launch(service, 0);
  }

  private launch(service: ServiceName, restarts: number): void {
    const { project, state, addresses, additions } = this.spec;
    const child = startChild({
      name: service,
      command: process.execPath,
      args: ['--enable-source-maps', join(project, 'dist', 'apps', service, 'src', 'main.js')],
      options: {
        cwd: project,
        env: {
          ...process.env,
          ...environmentOf(service, state, addresses),
          ...additions?.(service),
        },
      },
      logFile: state.path('logs', `${service}.log`),
    });
    const entry: Running = { child, wanted: true, restarts };
    this.running.set(service, entry);
    void child.exited.then((code) => {
      if (!entry.wanted) return;
      const wait = Math.min(30, 2 ** entry.restarts);
      this.spec.say(
        `${service} ended with ${code ?? 'a signal'}; starting it again in ${wait} s (its log: ${state.path('logs', `${service}.log`)})`,
      );
      setTimeout(
        () => entry.wanted && this.launch(service, Math.min(entry.restarts + 1, 5)),
        wait * 1000,
      );
    });
    // Ten quiet minutes forgive earlier deaths.
    setTimeout(() => (entry.restarts = 0), 600_000).unref();
  }

  async stop(service: ServiceName): Promise<void> {
    const entry = this.running.get(service);
    if (!entry) return;
    entry.wanted = false;
    this.running.delete(service);
    await entry.child.stop('SIGTERM', 10_000);
  }

  async stopAll(): Promise<void> {
    await this.stop('gateway');
    await Promise.all(SERVICES.filter((name) => name !== 'gateway').map((name) => this.stop(name)));
  }

  pid(service: ServiceName): number | undefined {
    return this.running.get(service)?.child.pid;
  }

  /** Waits until each service says that it is ready. */
  async untilReady(timeoutMs: number, report: (line: string) => void): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const waiting = new Set<ServiceName>(SERVICES);
    while (waiting.size > 0) {
      for (const service of [...waiting]) {
        if (await this.isReady(service)) waiting.delete(service);
      }
      report(waiting.size === 0 ? 'all ready' : `waiting for ${[...waiting].join(', ')}`);
      if (waiting.size > 0 && Date.now() > deadline) {
        throw new Obstacle(
          `Not ready after ${timeoutMs / 1000} s: ${[...waiting].join(', ')}.`,
          `Their logs are in ${this.spec.state.path('logs')}.`,
        );
      }
      if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private async isReady(service: ServiceName): Promise<boolean> {
    try {
      const port = this.spec.addresses.ports[service];
      const answer = await fetch(`http://127.0.0.1:${port}/api/${service}/health/ready`, {
        signal: AbortSignal.timeout(2500),
      });
      return answer.ok;
    } catch {
      return false;
    }
  }
}
