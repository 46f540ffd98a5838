// The public API as one signed-in account uses it, for the demo, the tests and the benches.
import type { SignedIn } from './sign-in.ts';

export class Refused extends Error {
  readonly status: number;
  readonly problem: {
    reason?: string;
    detail?: string;
    errors?: { field: string; message: string }[];
  };
  constructor(what: string, status: number, problem: Refused['problem']) {
    const fields = (problem.errors ?? []).map((e) => `${e.field}: ${e.message}`).join('; ');
    super(
      `${what} answered ${status} ${problem.reason ?? ''} ${problem.detail ?? ''} ${fields}`.trim(),
    );
    this.status = status;
    this.problem = problem;
  }
}

export interface Api {
  readonly origin: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
  put<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>;
  patch<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>;
}

/** Paths are those after `/api/`: `competency/agencies`. A refusal is an error that names field and reason. */
export function apiOf(origin: string, account: SignedIn | undefined): Api {
  const send = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const text = typeof body === 'string';
    const response = await fetch(`${origin}/api/${path}`, {
      method,
      headers: {
        ...(account ? { authorization: `Bearer ${await account.token()}` } : {}),
        ...(body === undefined ? {} : { 'content-type': text ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: text ? body : JSON.stringify(body) }),
    });
    const answer = await response.text();
    const json: unknown = answer === '' ? undefined : parsed(answer);
    if (!response.ok)
      throw new Refused(`${method} ${path}`, response.status, (json ?? {}) as Refused['problem']);
    return json as T;
  };
  return {
    origin,
    get: (path) => send('GET', path),
    post: (path, body = {}, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Runs `act` over all with so many at a time; order of the answers is that of the input. */
export async function eachOf<T, R>(
  inputs: readonly T[],
  atATime: number,
  act: (input: T, index: number) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = Array.from({ length: inputs.length });
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < inputs.length; index = next++) {
      answers[index] = await act(inputs[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, inputs.length) }, worker));
  return answers;
}

/** Asks again until `act` answers something, for what arrives by an event. */
export async function until<T>(
  what: string,
  timeoutMs: number,
  act: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await act();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
