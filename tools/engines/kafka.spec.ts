import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

describe('what Kafka needs on the machine', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-path-'));
    mkdirSync(join(folder, 'bin'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const program = (name: string, says: string): void => {
    const file = join(folder, 'bin', name);
    writeFileSync(file, `#!/bin/sh\necho '${says}' >&2\n`);
    chmodSync(file, 0o755);
  };

  /** What stops a first start on a machine that has only these programs. */
  function obstacle(): { message: string; wayOut: string } {
    const script = `
      import { installKafka } from ${JSON.stringify(join(import.meta.dirname, 'kafka.ts'))};
      await installKafka(${JSON.stringify(join(folder, 'cache'))}).catch(({ message, wayOut }) =>
        console.log(JSON.stringify({ message, wayOut })));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { PATH: join(folder, 'bin') },
      encoding: 'utf8',
    });
    return JSON.parse(stdout) as { message: string; wayOut: string };
  }

  it('is Java: without it one line says so, and how to get it', () => {
    expect(obstacle()).toEqual({
      message: 'Java 17 or later is missing: Apache Kafka needs it.',
      wayOut: expect.stringContaining('apt-get install openjdk-17-jre-headless'),
    });
  });

  it.each([
    ['openjdk version "11.0.2" 2019-01-15', 'Java 11 is too old'],
    ['java version "1.8.0_402"', 'Java 8 is too old'],
  ])('is a Java of today: not %s', (says, message) => {
    program('java', says);
    expect(obstacle()).toEqual({
      message: expect.stringContaining(message),
      wayOut: expect.stringContaining('openjdk-17'),
    });
  });

  it.each(['openjdk version "17.0.15" 2025-04-15', 'openjdk version "25" 2025-09-16'])(
    'is Maven, too, the first time: with %s it is asked for',
    (says) => {
      program('java', says);
      expect(obstacle()).toEqual({
        message: 'Maven is missing: Apache Kafka needs it.',
        wayOut: expect.stringContaining('apt-get install maven'),
      });
    },
  );
});
