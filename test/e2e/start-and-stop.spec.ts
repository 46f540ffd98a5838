import { rmSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portIsFree } from '../../tools/engines/ports.ts';
import type { RunningSystem } from '../../tools/system/running.ts';
import { call } from '../engines/call.ts';
import { eventually } from '../engines/eventually.ts';
import { commandsOn, freshHome, isAlive, verb, type Home, type Verb } from './own-system.ts';

/** A system of this test's own, without the demo: what is tried here would end everybody else's. */
describe('one system on one machine', () => {
  let home: Home;
  let started: Verb;
  let identity: unknown;

  const run = (): RunningSystem =>
    JSON.parse(readFileSync(join(home.folder, 'run.json'), 'utf8')) as RunningSystem;
  const didDocument = async (): Promise<unknown> =>
    (await call(home.origin, 'GET', '/.well-known/did.json')).json;
  const isReady = (service: string): Promise<true> =>
    eventually(async () => {
      const { status } = await call(home.origin, 'GET', `/api/${service}/health/ready`);
      return status === 200 ? true : undefined;
    });
  const start = async (): Promise<Verb> => {
    const begun = verb(home, ['up', '--no-demo', '--throw-away']);
    await begun.says('Sanad is ready');
    return begun;
  };

  beforeAll(async () => {
    home = await freshHome();
    started = await start();
    identity = await didDocument();
  });
  afterAll(async () => {
    await started.end('SIGTERM');
    rmSync(home.folder, { recursive: true, force: true });
  });

  it('says which service died, and starts it again', async () => {
    process.kill(run().pids['competency'] ?? 0, 'SIGKILL');
    await started.says('competency ended with a signal; starting it again in 1 s');
    await isReady('competency');
  });

  it('says that PostgreSQL or Kafka died, and starts it again', async () => {
    for (const engine of ['postgres', 'kafka']) {
      process.kill(run().pids[engine] ?? 0, 'SIGKILL');
      await started.says(`${engine} ended with a signal; starting it again in 1 s`);
      for (const service of ['identity', 'certificates', 'exam-delivery']) await isReady(service);
    }
    const broker = Number(run().kafkaBrokers.split(':')[1]);
    await eventually(async () => ((await portIsFree(broker)) ? undefined : true));
    expect(await didDocument()).toEqual(identity);
  });

  it('is refused a second time on the same folder, and its state is not deleted under it', async () => {
    for (const name of ['up', 'reset']) {
      const second = verb(home, [name]);
      expect(await second.ended).toBe(1);
      expect(second.said()).toContain(`✗ Sanad runs here already: ${home.origin} (process `);
      expect(second.said()).not.toMatch(/^\s+at /m);
    }
    expect(await didDocument()).toEqual(identity);
  });

  it.each([
    [
      'a port that is taken',
      [],
      () => ({ SANAD_DATA_DIR: `${home.folder}-other` }),
      /^✗ Port \d+ is taken\.\n {2}Stop what listens there, or choose another: PORT=\d+ npm start$/m,
    ],
    [
      'a port that is none',
      [],
      () => ({ PORT: 'http' }),
      /^✗ PORT is "http", which is no port\.\n {2}Choose one/m,
    ],
    [
      'a word that it does not know',
      ['--help'],
      () => ({}),
      /^✗ `npm start` does not know "--help"\.\n {2}\S/m,
    ],
  ])('tells of %s in one line with the way out', async (_, args, environment, words) => {
    const refused = verb(home, ['up', ...args], environment());
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toMatch(words);
    expect(refused.said()).not.toMatch(/^\s+at /m);
  });

  it('is backed up, and restored in an empty folder as it was', async () => {
    const copy = join(home.folder, 'backup');
    const made = verb(home, ['backup', copy]);
    expect(await made.ended).toBe(0);
    expect(await started.end('SIGTERM')).toBe(0);
    const elsewhere: Home = { ...home, folder: `${home.folder}-restored` };
    try {
      expect(await verb(elsewhere, ['restore', copy]).ended).toBe(0);
      const over = verb(elsewhere, ['restore', copy]);
      expect(await over.ended).toBe(1);
      expect(over.said()).toContain('There is a state in');
      const restored = verb(elsewhere, ['up', '--no-demo', '--throw-away']);
      await restored.says('Sanad is ready');
      expect(await didDocument()).toEqual(identity);
      expect(await restored.end('SIGTERM')).toBe(0);
      expect(await verb(elsewhere, ['reset']).ended).toBe(0);
      expect(existsSync(elsewhere.folder)).toBe(false);
    } finally {
      rmSync(elsewhere.folder, { recursive: true, force: true });
    }
  });

  it('finds its state again at the second start, rebuilds nothing and leaves no process behind', async () => {
    started = await start();
    expect(started.said()).not.toMatch(/Building|Installing/);
    expect(await didDocument()).toEqual(identity);
    const pids = Object.values(run().pids);
    expect(pids.length).toBe(8);
    expect(await started.end('SIGTERM')).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(commandsOn(home.folder)).toEqual([]);
    expect(existsSync(join(home.folder, 'run.json'))).toBe(false);
  });

  it('leaves none behind when it is killed either, and starts again at once', async () => {
    started = await start();
    const pids = Object.values(run().pids);
    await started.end('SIGKILL');
    started = await start();
    expect(await didDocument()).toEqual(identity);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});
