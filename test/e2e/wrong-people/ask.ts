// One request, and what may never be in an answer: every fault of any answer is kept for the last test.
import type { RunningSystem } from '../../../tools/system/running.ts';
import { call, type Answer } from '../../engines/call.ts';

export type Token = () => Promise<string> | string;

export interface Asker {
  ask(request: Request): Promise<Answer>;
  /** Answers that told too much, or told it in the wrong form. */
  readonly faults: string[];
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** The whole Authorization header. */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

// A stack, a path of a source, a query or a word of the database, a name of an internal error.
const INNER =
  /\n\s+at |node_modules|\.(?:ts|js|mjs):\d+|file:\/\/|\/(?:home|root|srv|usr|app)\/|\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.*\bSET\b|duplicate key|violates|syntax error at|QueryFailedError|SQLSTATE|TypeError|ECONN|KafkaJS/;

export function asker(origin: string, system: RunningSystem): Asker {
  const ports = Object.entries(system.ports)
    .filter(([name]) => name !== 'gateway')
    .map(([, port]) => port);
  const inside = [
    ...ports,
    ...system.kafkaBrokers.split(',').map(portOf),
    portOf(system.databaseUrl),
  ];
  const address = new RegExp(`127\\.0\\.0\\.1|\\[::1\\]|:(?:${inside.join('|')})\\b`);
  const faults: string[] = [];
  return {
    faults,
    async ask({ method, path, body, authorization, headers = {} }) {
      const answer = await call(origin, method, path, body, {
        ...(authorization === undefined ? {} : { authorization }),
        'if-match': '"1"',
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      });
      const what = `${method} ${path} ${JSON.stringify(body) ?? ''}`.slice(0, 160);
      for (const fault of faultsOf(answer, address)) {
        faults.push(`${what} ${answer.status} ${fault}: ${answer.text.slice(0, 200)}`);
      }
      return answer;
    },
  };
}

const portOf = (address: string): string => /:(\d+)(?:\/|$)/.exec(address)?.[1] ?? '0';

function faultsOf(answer: Answer, address: RegExp): string[] {
  const { status, headers, text, problem } = answer;
  const found: string[] = [];
  if (status >= 500) found.push('the house failed');
  for (const name of ['server', 'x-powered-by']) if (headers.has(name)) found.push(`says ${name}`);
  if (status < 400) return found;
  if (!/^application\/problem\+json\b/.test(headers.get('content-type') ?? '')) {
    found.push('no problem+json');
  }
  if (problem.status !== status || !problem.type?.startsWith('urn:sanad:problem:')) {
    found.push('no problem of ours');
  }
  if (INNER.test(text)) found.push('tells of the inside');
  if (address.test(text)) found.push('tells an inner address');
  return found;
}
