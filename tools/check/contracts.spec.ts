import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

type Json = Record<string, unknown>;
type Frozen = { data: { properties: Json; required: string[] } };

describe('the contract check', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-contracts-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (released: string): { code: number | null; said: string } => {
    const program = join(project, 'tools/check/contracts.ts');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=source', program, '--released', released],
      { cwd: project, encoding: 'utf8' },
    );
    return { code: status, said: stdout + stderr };
  };

  /** Compares today's events with a release in which `agency.changed` was another. */
  const ifItHadBeen = (change: (agency: Frozen) => void): { code: number | null; said: string } => {
    cpSync(join(project, 'libs/contracts/released'), folder, { recursive: true });
    const file = join(folder, 'agency.changed.json');
    const agency = JSON.parse(readFileSync(file, 'utf8')) as Frozen;
    change(agency);
    writeFileSync(file, JSON.stringify(agency));
    return check(folder);
  };

  it('passes the events as they are', () => {
    expect(check(join(project, 'libs/contracts/released'))).toMatchObject({ code: 0 });
  });

  it('passes an optional addition and names it', () => {
    cpSync(join(project, 'libs/contracts/released'), folder, { recursive: true });
    const file = join(folder, 'practitioner.changed.json');
    const practitioner = JSON.parse(readFileSync(file, 'utf8')) as Frozen;
    delete practitioner.data.properties['otherNames'];
    writeFileSync(file, JSON.stringify(practitioner));
    const { code, said } = check(folder);
    expect(said).toContain('practitioner.changed: data.otherNames is new and optional');
    expect(code).toBe(0);
  });

  it('refuses a removed field, a new required one and another type, and says where', () => {
    const removed = ifItHadBeen(({ data }) => (data.properties['phone'] = { type: 'string' }));
    expect(removed).toMatchObject({ code: 1 });
    expect(removed.said).toContain('agency.changed: data.phone was removed');

    const required = ifItHadBeen(({ data }) => {
      delete data.properties['region'];
      data.required = data.required.filter((name) => name !== 'region');
    });
    expect(required).toMatchObject({ code: 1 });
    expect(required.said).toContain('agency.changed: data.region is new and required');

    const retyped = ifItHadBeen(({ data }) => (data.properties['code'] = { type: 'integer' }));
    expect(retyped).toMatchObject({ code: 1 });
    expect(retyped.said).toContain('agency.changed: data.code type was "integer", is "string"');
  });
});
