import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
const kept = join(project, 'docs/asyncapi.json');

const generate = (...args: string[]): { code: number | null; said: string } => {
  const program = join(project, 'tools/generate/asyncapi.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', program, ...args],
    { cwd: project, encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
};

describe('the AsyncAPI document', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-asyncapi-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is valid, is written the same twice, and is the one in docs/', () => {
    const file = join(folder, 'again.json');
    expect(generate('--file', file)).toEqual({ code: 0, said: '' });
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(kept, 'utf8'));
    expect(generate('--check')).toEqual({ code: 0, said: '' });
  });

  it('is called stale when it differs or is not there', () => {
    const file = join(folder, 'old.json');
    writeFileSync(file, readFileSync(kept, 'utf8').replace('An agency as it', 'An agency as she'));
    for (const stale of [file, join(folder, 'none.json')]) {
      const { code, said } = generate('--check', '--file', stale);
      expect(said).toContain('stale');
      expect(code).toBe(1);
    }
  });
});
