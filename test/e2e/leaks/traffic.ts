// Everything that the services send to one browser, and the addresses that it asks for.
import { createDecipheriv } from 'node:crypto';
import type { BrowserContext, Response } from 'playwright-core';

export interface Traffic {
  /** `METHOD address` of each request. */
  readonly requests: readonly string[];
  readonly answers: readonly { readonly address: string; readonly text: string }[];
  readonly setCookies: readonly string[];
  /** X-Device of the attempt: made by the page, known to nobody else. */
  readonly devices: readonly string[];
  /** The exam's package, decrypted with the key that the start gave. */
  openedPackage(): string;
  /** Waits until every answer has been read. */
  settled(): Promise<void>;
}

interface Started {
  readonly formId: string;
  readonly packageDigest: string;
  readonly packageKey: string;
}

export function recordTraffic(context: BrowserContext): Traffic {
  const requests: string[] = [];
  const answers: { address: string; text: string }[] = [];
  const setCookies: string[] = [];
  const devices: string[] = [];
  const bytes = new Map<string, Buffer>();
  const reading = new Set<Promise<void>>();
  const read = async (response: Response): Promise<void> => {
    const address = response.url();
    // A redirect has no body, and an answer that the page left behind cannot be read any more.
    const headers = await response.headersArray().catch(() => []);
    for (const { name, value } of headers) {
      if (name.toLowerCase() === 'set-cookie') setCookies.push(value);
    }
    const body = await response.body().catch(() => null);
    if (body === null || /\.(?:js|css|woff2?)$/.test(new URL(address).pathname)) return;
    bytes.set(address, body);
    answers.push({ address, text: body.toString('utf8') });
  };
  context.on('request', (request) => {
    requests.push(`${request.method()} ${request.url()}`);
    const device = request.headers()['x-device'];
    if (device !== undefined) devices.push(device);
  });
  context.on('response', (response) => {
    const done = read(response).finally(() => reading.delete(done));
    reading.add(done);
  });
  return {
    requests,
    answers,
    setCookies,
    devices,
    openedPackage: () => openPackage(answers, bytes),
    settled: async () => void (await Promise.all(reading)),
  };
}

function openPackage(answers: Traffic['answers'], bytes: ReadonlyMap<string, Buffer>): string {
  const start = answers.find(({ address }) => /\/sittings\/[^/]+\/start$/.test(address));
  const sittingId = /\/sittings\/([^/]+)\/start$/.exec(start?.address ?? '')?.[1] ?? '';
  const { formId, packageDigest, packageKey } = JSON.parse(start?.text ?? '{}') as Started;
  const sealed = [...bytes].find(([address]) =>
    address.endsWith(`/packages/${packageDigest}`),
  )?.[1];
  if (!sealed) throw new Error('the browser fetched no package');
  const opener = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(packageKey, 'base64url'),
    sealed.subarray(0, 12),
  );
  opener.setAAD(Buffer.from(`sanad-package-1:${sittingId}:${formId}`));
  opener.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([opener.update(sealed.subarray(12, -16)), opener.final()]).toString('utf8');
}
