// A real Apache Kafka (KRaft, one node) from Maven Central's jars, without an installation.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startChild, type Child } from './children.ts';
import { portIsFree, untilListening } from './ports.ts';
import { Obstacle } from './say.ts';

const run = promisify(execFile);
const here = import.meta.dirname;
const VERSION = '4.4.0';
const OLDEST_JAVA = 17;

export interface KafkaSpec {
  readonly dataDir: string;
  readonly brokerPort: number;
  readonly controllerPort: number;
  /** Where the jars are kept between starts. */
  readonly cacheDir: string;
  readonly logFile: string;
}

export interface Kafka extends Child {
  readonly brokers: string;
}

/** Brings the jars (43 MB, once). Says in one line what is missing. */
export async function installKafka(cacheDir: string): Promise<string> {
  const lib = join(cacheDir, `kafka-${VERSION}`);
  await needsJava();
  if (existsSync(lib)) return lib;
  if ((await said('mvn', ['-v'])) === undefined) {
    throw without('Maven is missing', 'Debian: apt-get install maven');
  }
  const partial = `${lib}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    await run(
      'mvn',
      [
        '-q',
        '-B',
        '-f',
        join(here, 'kafka-pom.xml'),
        'dependency:copy-dependencies',
        `-DoutputDirectory=${partial}`,
        '-DincludeScope=runtime',
      ],
      { maxBuffer: 1 << 26 },
    );
    if (!existsSync(lib)) renameSync(partial, lib);
  } catch (error) {
    throw new Obstacle(
      `Maven could not bring Apache Kafka ${VERSION}: ${(error as Error).message.split('\n').find((l) => l.includes('ERROR')) ?? ''}`,
      'Check the connection to Maven Central, or point KAFKA_BROKERS at a Kafka of your own.',
    );
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return lib;
}

async function needsJava(): Promise<void> {
  const how = 'Debian: apt-get install openjdk-17-jre-headless';
  const version = await said('java', ['-version']);
  if (version === undefined) throw without('Java 17 or later is missing', how);
  // `openjdk version "17.0.15"`; before Java 9 it was "1.8.0".
  const major = Number(/version "(?:1\.)?(\d+)/.exec(version)?.[1] ?? OLDEST_JAVA);
  if (major < OLDEST_JAVA) throw without(`Java ${major} is too old`, how);
}

/** What a program says of itself; undefined when there is no such program. */
async function said(command: string, args: string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(command, args);
    return stdout + stderr;
  } catch {
    return undefined;
  }
}

const without = (what: string, how: string): Obstacle =>
  new Obstacle(
    `${what}: Apache Kafka needs it.`,
    `Install it (${how}), or point KAFKA_BROKERS at a Kafka of your own.`,
  );

export async function startKafka(spec: KafkaSpec): Promise<Kafka> {
  for (const port of [spec.brokerPort, spec.controllerPort]) {
    if (!(await portIsFree(port))) {
      throw new Obstacle(
        `Port ${port}, which Kafka is to use, is taken.`,
        'Stop what listens there, or choose another: SANAD_KAFKA_PORT=59093 npm start',
      );
    }
  }
  const lib = await installKafka(spec.cacheDir);
  const classpath = `${lib}/*`;
  mkdirSync(spec.dataDir, { recursive: true });
  const properties = join(spec.dataDir, 'server.properties');
  writeFileSync(properties, serverProperties(spec));
  if (!existsSync(join(spec.dataDir, 'log', 'meta.properties'))) {
    const { stdout } = await run('java', [
      '-cp',
      classpath,
      'kafka.tools.StorageTool',
      'random-uuid',
    ]);
    await run('java', [
      '-cp',
      classpath,
      'kafka.tools.StorageTool',
      'format',
      '-t',
      stdout.trim(),
      '-c',
      properties,
    ]);
  }
  const child = startChild({
    name: 'kafka',
    command: 'java',
    args: [
      '-Xms256m',
      '-Xmx384m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Xshare:auto',
      `-Dlog4j2.configurationFile=${join(here, 'kafka-log4j2.xml')}`,
      '-cp',
      classpath,
      'kafka.Kafka',
      properties,
    ],
    logFile: spec.logFile,
  });
  if (!(await untilListening(spec.brokerPort, 60_000, child.exited))) {
    await child.stop('SIGTERM', 5000);
    throw new Obstacle(
      'Kafka did not start.',
      `Its log is ${spec.logFile}. \`npm run reset\` deletes the state and begins anew.`,
    );
  }
  return { ...child, brokers: `127.0.0.1:${spec.brokerPort}` };
}

function serverProperties(spec: KafkaSpec): string {
  const broker = `127.0.0.1:${spec.brokerPort}`;
  const controller = `127.0.0.1:${spec.controllerPort}`;
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@${controller}`,
    `listeners=PLAINTEXT://${broker},CONTROLLER://${controller}`,
    `advertised.listeners=PLAINTEXT://${broker}`,
    'controller.listener.names=CONTROLLER',
    'inter.broker.listener.name=PLAINTEXT',
    'listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    `log.dirs=${join(spec.dataDir, 'log')}`,
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=1',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.num.partitions=1',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    'auto.create.topics.enable=false',
    'broker.session.timeout.ms=2000',
    'broker.heartbeat.interval.ms=500',
    // A domain topic is kept for ever (docs: events are the record); compaction is set topic by topic.
    'log.retention.ms=-1',
    '',
  ].join('\n');
}
