import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { issueAndVerify } from '../examples/issue-and-verify.ts';

describe('the README', () => {
  it('shows the example that is compiled, and it runs', async () => {
    const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
    expect(read('README.md')).toContain(read('examples/issue-and-verify.ts'));
    const seed = new Uint8Array(32).fill(9);
    const { standing, checks } = await issueAndVerify(seed, new Date('2026-11-24T09:00:00Z'));
    expect(standing).toBe('suspended');
    expect(checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'shape passed',
      'proof passed',
      'issuer passed',
      'dates passed',
      'status failed',
      'log passed',
    ]);
  });
});
