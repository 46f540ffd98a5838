import { benchDevice } from './attempts.ts';
import type { BenchAttempt } from './attempts.ts';
import { Connection } from './connection.ts';

export type Drive = {
  saved: number;
  failures: number;
  seconds: number;
  percentile(p: number): number;
};

/** Each connection is a candidate's browser after another: it saves one answer and waits until it is durable. */
export async function driveSaves(
  origin: string,
  attempts: BenchAttempt[],
  connections: number,
  seconds: number,
): Promise<Drive> {
  const times: number[] = [];
  let failures = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const work = async (own: BenchAttempt[]): Promise<void> => {
    const connection = await Connection.open(origin);
    for (let turn = 0; performance.now() < end; turn++) {
      const attempt = own[turn % own.length];
      if (attempt === undefined) break;
      const from = performance.now();
      if (await saveOne(connection, attempt)) times.push(performance.now() - from);
      else failures++;
    }
    connection.close();
  };
  await Promise.all(
    Array.from({ length: connections }, (_, n) =>
      work(attempts.filter((_one, index) => index % connections === n)),
    ),
  );
  const took = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  return {
    saved: times.length,
    failures,
    seconds: took,
    percentile: (p) => Number((times[Math.floor(times.length * p)] ?? 0).toFixed(2)),
  };
}

const choices = ['A', 'B', 'C', 'D'];

async function saveOne(connection: Connection, attempt: BenchAttempt): Promise<boolean> {
  const seq = attempt.saved.length + 1;
  const choice = choices[(seq * 7) % 4] ?? 'A';
  const at = new Date().toISOString();
  const body = `{"entries":[{"seq":${seq},"item":"${attempt.itemId}","response":{"RESPONSE":"${choice}"},"at":"${at}"}]}`;
  const headers = `authorization: Attempt ${attempt.token}\r\nx-device: ${benchDevice}\r\n`;
  const path = `/api/exam-delivery/attempts/${attempt.attemptId}/journal`;
  const reply = await connection.post(path, headers, body);
  if (reply.status !== 200 || !reply.body.includes(`"acknowledged":${seq}`)) return false;
  attempt.saved.push(`{"RESPONSE":"${choice}"}@${at}`);
  return true;
}
