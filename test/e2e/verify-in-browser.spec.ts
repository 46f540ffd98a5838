// libs/credentials and libs/transparency-log in Chromium: the same bundles, the same answers as in Node.
// The page may load nothing but its script, and asks nobody: what it answers comes from the files.
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../engines/browser.ts';
import { foreign } from './verify-in-browser/foreign.ts';
import { bundle, draft, NOW, questions } from './verify-in-browser/material.ts';
import { answerTo, issued, reads } from './verify-in-browser/page.ts';

const project = resolve(import.meta.dirname, '../..');
const CSP = "default-src 'none'; script-src 'self'";
let server: Server;
let browser: Browser;
let page: Page;
const faults: string[] = [];
const asked: string[] = [];

/** By Vite in a process of its own: its engine is native, and jest's modules are not. */
async function pageScript(): Promise<string> {
  const program = `
    import { build } from 'vite';
    const replacement = ${JSON.stringify(resolve(project, 'libs'))} + '/$1/src/index.ts';
    const made = await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: [{ find: /^#libs\\/([\\w-]+)$/, replacement }] },
      build: {
        write: false,
        target: 'es2023',
        lib: { entry: 'test/e2e/verify-in-browser/page.ts', formats: ['es'], fileName: 'page' },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    process.stdout.write((Array.isArray(made) ? made[0] : made).output[0].code);`;
  const args = ['--input-type=module', '--eval', program];
  const options = { cwd: project, maxBuffer: 64 * 1024 * 1024 };
  return (await promisify(execFile)(process.execPath, args, options)).stdout;
}

beforeAll(async () => {
  const script = await pageScript();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-security-policy', CSP);
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => faults.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.sanad !== undefined');
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** A function of the page; what it is given and gives travels as JSON. */
const inPage = (name: string, ...given: unknown[]): Promise<string> =>
  page.evaluate<string>(`globalThis.sanad.${name}(...${JSON.stringify(given)})`);

describe('in Chromium', () => {
  it.each(questions)('%s is answered as in Node', async (_what, question, standing) => {
    const here = await answerTo(question);
    const there = await inPage('answerTo', question);
    expect(JSON.parse(there)).toEqual(JSON.parse(here));
    expect(JSON.parse(there)).toMatchObject({ standing });
  });

  it.each(foreign)(
    'W3C’s vector %s is answered as in Node',
    async (_path, question, standing, code) => {
      const here = await answerTo(question);
      const there = JSON.parse(await inPage('answerTo', question));
      expect(there).toEqual(JSON.parse(here));
      expect(there).toMatchObject({ standing });
      expect(there.checks).toContainEqual(expect.objectContaining({ check: 'proof', code }));
    },
  );

  it('a certificate is issued with the very bytes that Node makes', async () => {
    const at = NOW.toISOString();
    expect(await inPage('issued', draft, 7, at)).toBe(await issued(draft, 7, at));
    expect(await inPage('reads', bundle)).toBe(reads(bundle));
  });

  it('nothing was fetched beside the page and its script, and nothing went wrong', () => {
    expect(asked.filter((url) => url !== '/favicon.ico')).toEqual(['/', '/page.js']);
    expect(faults).toEqual([]);
  });
});
