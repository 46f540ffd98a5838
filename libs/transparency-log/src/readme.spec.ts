import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { example } from '../example.ts';

describe('the README', () => {
  it('shows the example that is compiled, and it runs', async () => {
    const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
    expect(read('README.md')).toContain(read('example.ts').trimEnd());
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(await example(pem)).toBe('logged');
  });
});
