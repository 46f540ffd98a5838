import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import canonicalize from 'canonicalize';
import { formatBundle, isBundle, parseBundle } from './bundle.ts';
import { toBase64, toHex } from './bytes.ts';
import { digestText, logChecker } from './check-log.ts';
import { formatVerifierKey, verifierKey, webcryptoEd25519 } from './key.ts';
import { canonicalEvent, leaf } from './leaf.ts';
import { checkLogged } from './logged.ts';
import type { LogEvidence } from './logged.ts';
import { policyOf } from './policy.ts';
import { inclusionProof } from './proof.ts';
import { formatProof } from './tlog-proof.ts';
import { TryLog } from './try-log.ts';

const at = 1_800_000_000;
const salt = (byte: number) => new Uint8Array(32).fill(byte);
const event = (n: number) => ({
  event: 'issued',
  certificateId: `c-${n}`,
  digest: `sha256:${String(n).padStart(64, '0')}`,
  time: '2026-11-24T08:00:00Z',
});

async function logOfTen(): Promise<{ log: TryLog; evidence: LogEvidence }> {
  const leaves = Array.from({ length: 10 }, (_, i) => leaf(event(i), salt(i)));
  const log = new TryLog('sanad.example/log', 1).add(leaves);
  const proof = formatProof({
    index: 7,
    path: inclusionProof(7, 10, log.read),
    checkpoint: await log.checkpoint(),
  });
  return { log, evidence: { event: event(7), salt: toBase64(salt(7)), proof } };
}

const trusting = (log: TryLog) =>
  policyOf([verifierKey(log.signer.name, 'note', log.signer.publicKey)], [], 0);

describe('a leaf', () => {
  it('commits to RFC 8785 of the event', () => {
    fc.assert(
      fc.property(
        fc.record({
          event: fc.string(),
          certificateId: fc.string({ unit: 'grapheme' }),
          digest: fc.string(),
          time: fc.string(),
        }),
        (one) => {
          expect(canonicalEvent(one)).toBe(canonicalize(one));
        },
      ),
    );
    expect(() => canonicalEvent({ ...event(1), digest: '\ud800' })).toThrow();
  });

  it('says nothing without its salt, and is another for each event and salt', () => {
    const made = toHex(leaf(event(1), salt(1)));
    expect(made).not.toBe(toHex(leaf(event(1), salt(2))));
    expect(made).not.toBe(toHex(leaf({ ...event(1), time: '2026-11-24T08:00:01Z' }, salt(1))));
    expect(() => leaf(event(1), new Uint8Array(16))).toThrow('32 bytes');
  });
});

describe('what a certificate claims to be logged', () => {
  it('is found in the log that the verifier trusts', async () => {
    const { log, evidence } = await logOfTen();
    const expected = { certificateId: 'c-7', digest: event(7).digest };
    expect(
      await checkLogged(evidence, expected, trusting(log), at, webcryptoEd25519),
    ).toMatchObject({
      outcome: 'logged',
      index: 7,
      size: 10,
      origin: 'sanad.example/log',
    });
  });

  it('is refused for another certificate, document, salt, time, log or checkpoint', async () => {
    const { log, evidence } = await logOfTen();
    const stranger = new TryLog('sanad.example/log', 2).add([leaf(event(7), salt(7))]);
    const ask = async (
      changed: Partial<LogEvidence>,
      expected = { certificateId: 'c-7', digest: event(7).digest },
      known = trusting(log),
    ) => {
      const answer = await checkLogged(
        { ...evidence, ...changed },
        expected,
        known,
        at,
        webcryptoEd25519,
      );
      return answer.outcome === 'refused' ? answer.reason : answer.outcome;
    };
    expect(await ask({}, { certificateId: 'c-8', digest: event(7).digest })).toBe(
      'another-certificate',
    );
    expect(await ask({}, { certificateId: 'c-7', digest: event(8).digest })).toBe(
      'another-certificate',
    );
    expect(await ask({ salt: toBase64(salt(8)) })).toBe('not-included');
    // A stolen issuing key: the document is signed anew with an older date, but the log has no such leaf.
    expect(await ask({ event: { ...event(7), time: '2020-01-01T00:00:00Z' } })).toBe(
      'not-included',
    );
    expect(await ask({}, undefined, trusting(stranger))).toBe('unknown-log');
    const own = formatProof({ index: 0, path: [], checkpoint: await stranger.checkpoint() });
    expect(await ask({ proof: own })).toBe('unknown-log');
    expect(await ask({ proof: evidence.proof.replace('index 7', 'index 6') })).toBe('not-included');
    expect(await ask({ proof: 'nothing' })).toBe('unreadable');
    expect(await ask({ salt: 'AAAA' })).toBe('unreadable');
  });

  it('never holds with another meaning after a letter of the evidence was changed', async () => {
    const { log, evidence } = await logOfTen();
    const text = JSON.stringify(evidence);
    for (let i = 0; i < text.length; i++) {
      const changed = text.slice(0, i) + (text[i] === '1' ? '2' : '1') + text.slice(i + 1);
      let parsed: LogEvidence;
      try {
        parsed = JSON.parse(changed) as LogEvidence;
        parseBundle({
          format: 'sanad-bundle/v1',
          credential: {},
          didDocument: {},
          statusLists: [],
          log: [parsed],
        });
      } catch {
        continue;
      }
      const answer = await checkLogged(
        parsed,
        { certificateId: 'c-7', digest: event(7).digest },
        trusting(log),
        at,
        webcryptoEd25519,
      );
      expect(answer.outcome).toBe('refused');
    }
  });
});

describe('the check for libs/credentials', () => {
  const digest = new Uint8Array(32).fill(5);
  const own = { ...event(0), digest: digestText(digest) };
  const suspended = { ...event(0), event: 'suspended', time: '2026-12-01T08:00:00Z' };
  const reinstated = { ...event(0), event: 'reinstated', time: '2026-12-02T08:00:00Z' };
  const subject = { id: 'c-0', digest };
  const now = new Date(at * 1000);
  const check = logChecker();

  async function logOfOwn() {
    const events = [own, suspended, reinstated];
    const log = new TryLog('sanad.example/log', 1).add(events.map((one, i) => leaf(one, salt(i))));
    const checkpoint = await log.checkpoint();
    const evidence = events.map((one, index) => ({
      event: one,
      salt: toBase64(salt(index)),
      proof: formatProof({
        index,
        path: inclusionProof(index, events.length, log.read),
        checkpoint,
      }),
    }));
    const key = formatVerifierKey(verifierKey(log.signer.name, 'note', log.signer.publicKey));
    return { evidence, policy: { logs: [key] }, key };
  }

  it('finds the issue among a bundle’s evidence, by the trust file’s own policy', async () => {
    const { evidence, key } = await logOfOwn();
    for (const policy of [`log ${key}\nquorum none\n`, { logs: [key], witnesses: [], need: 0 }]) {
      expect(await check(evidence, subject, policy, now)).toMatchObject({
        outcome: 'passed',
        code: 'logged',
        loggedAt: own.time,
      });
    }
    const policy = { logs: [key] };
    const [issued = null] = evidence;
    expect(await check(undefined, subject, policy, now)).toMatchObject({ outcome: 'cannot-tell' });
    expect(await check(evidence.slice(1), subject, policy, now)).toMatchObject({
      outcome: 'cannot-tell',
    });
    const other = { ...subject, digest: new Uint8Array(32) };
    expect(await check(issued, other, policy, now)).toMatchObject({ code: 'proof-wrong' });
    const stranger = {
      logs: ['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    };
    expect(await check(issued, subject, stranger, now)).toMatchObject({ code: 'log-unknown' });
    expect(await check({ x: 1 }, subject, policy, now)).toMatchObject({ code: 'proof-wrong' });
  });

  it('tells what happened since in the order of the log, whatever the order of the bundle', async () => {
    const { evidence, policy } = await logOfOwn();
    for (const list of [evidence, evidence.toReversed()]) {
      const { events, what } = await check(list, subject, policy, now);
      expect(events).toEqual([
        { event: 'issued', time: own.time },
        { event: 'suspended', time: suspended.time },
        { event: 'reinstated', time: reinstated.time },
      ]);
      expect(what).toContain(`suspended ${suspended.time}; reinstated ${reinstated.time}`);
    }
  });

  it('refuses all of a bundle’s evidence for one that does not hold, the issue or another', async () => {
    const { evidence, policy } = await logOfOwn();
    const [issued, second, third] = evidence;
    if (!issued || !second || !third) throw new Error('three events');
    const wrong = [
      { ...second, event: { ...second.event, event: 'reinstated' } },
      { ...second, event: { ...second.event, time: '2026-12-01T08:00:01Z' } },
      { ...second, event: { ...second.event, digest: own.digest } },
      { ...second, event: { ...second.event, certificateId: 'c-1' } },
      { ...second, salt: third.salt },
      { ...second, proof: third.proof },
    ];
    for (const one of wrong) {
      for (const list of [
        [issued, one, third],
        [one, issued],
      ]) {
        expect(await check(list, subject, policy, now)).toMatchObject({
          outcome: 'failed',
          code: 'proof-wrong',
          events: [],
        });
      }
    }
  });
});

describe('a bundle', () => {
  it('is read as it was written, and takes nothing that it does not know', async () => {
    const { evidence } = await logOfTen();
    const parts = {
      credential: { id: 'c-7' },
      didDocument: { id: 'did:web:x' },
      statusLists: [{ id: 's' }],
      log: [evidence],
    };
    const written = formatBundle(parts);
    expect(parseBundle(written)).toEqual({ format: 'sanad-bundle/v1', ...parts });
    const parsed = JSON.parse(written) as { [name: string]: never };
    expect(isBundle(parsed)).toBe(true);
    for (const wrong of [
      { ...parsed, trust: {} },
      { ...parsed, format: 'sanad-bundle/v2' },
      { ...parsed, log: [{ ...evidence, salt: 7 }] },
      { ...parsed, log: [{ ...evidence, more: '' }] },
      { ...parsed, credential: [] },
      { ...parsed, statusLists: ['x'] },
      null,
      'x',
    ]) {
      expect(() => parseBundle(JSON.stringify(wrong))).toThrow();
    }
  });
});
