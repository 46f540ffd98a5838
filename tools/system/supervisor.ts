// Runs the services, says when one dies and starts it again, stops all in order.
import { join } from 'node:path';
import { startChild } from '../engines/children.ts';
import { Obstacle } from '../engines/say.ts';
import { KeptUp } from './kept-up.ts';
import { environmentOf, SERVICES, type Addresses, type ServiceName } from './services.ts';
import type { State } from './state.ts';

export class Supervisor {
  private readonly running: ReadonlyMap<ServiceName, KeptUp>;
  private readonly spec: {
    readonly project: string;
    readonly state: State;
    readonly addresses: Addresses;
    readonly say: (line: string) => void;
    readonly additions?: (service: ServiceName) => Readonly<Record<string, string>>;
  };

  constructor(spec: Supervisor['spec']) {
    this.spec = spec;
    this.running = new Map(SERVICES.map((name) => [name, this.keptUp(name)]));
  }

  start(service: ServiceName): Promise<void> {
    return this.of(service).start();
  }

  stop(service: ServiceName): Promise<void> {
    return this.of(service).stop();
  }

  async stopAll(): Promise<void> {
    await this.stop('gateway');
    await Promise.all(SERVICES.filter((name) => name !== 'gateway').map((name) => this.stop(name)));
  }

  pid(service: ServiceName): number | undefined {
    return this.of(service).pid;
  }

  private of(service: ServiceName): KeptUp {
    const found = this.running.get(service);
    if (!found) throw new Error(`no service ${service}`);
    return found;
  }

  private keptUp(name: ServiceName): KeptUp {
    const { project, state, addresses, additions, say } = this.spec;
    const logFile = state.path('logs', `${name}.log`);
    return new KeptUp({
      name,
      logFile,
      say,
      ending: ['SIGTERM', 10_000],
      begin: async () =>
        startChild({
          name,
          command: process.execPath,
          args: ['--enable-source-maps', join(project, 'dist', 'apps', name, 'src', 'main.js')],
          options: {
            cwd: project,
            env: {
              ...process.env,
              ...environmentOf(name, state, addresses),
              ...additions?.(name),
            },
          },
          logFile,
        }),
    });
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
