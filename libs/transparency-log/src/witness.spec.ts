import { describe, expect, it } from '@jest/globals';
import { cosign } from './cosignature.ts';
import { formatVerifierKey, verifierKey, webcryptoEd25519 } from './key.ts';
import { addSignatures, formatNote, signatureLine, signNote } from './note.ts';
import { parsePolicy } from './parse-policy.ts';
import { evaluatePolicy, policyOf } from './policy.ts';
import { consistencyProof } from './proof.ts';
import { signerOf, TryLog } from './try-log.ts';
import { formatSubmission, observe, parseSubmission } from './witness.ts';
import type { Seen } from './witness.ts';

const entries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => Uint8Array.of(from + i));
const keyOf = (log: TryLog) => verifierKey(log.signer.name, 'note', log.signer.publicKey);
const at = 1_800_000_000;

describe('a witness', () => {
  const log = () => new TryLog('example.org/log', 1).add(entries(0, 5));
  const submit = async (
    submission: Parameters<typeof formatSubmission>[0],
    seen?: Seen,
    known = [keyOf(log())],
  ) => observe(() => seen, parseSubmission(formatSubmission(submission)), known, webcryptoEd25519);

  it('signs the first it sees, and then only what extends it', async () => {
    const writer = log();
    const first = await submit({ old: 0, proof: [], checkpoint: await writer.checkpoint() });
    expect(first).toMatchObject({ outcome: 'extends', seen: { size: 5 }, body: writer.body });
    const seen = first.outcome === 'extends' ? first.seen : undefined;

    writer.add(entries(5, 12));
    const proof = consistencyProof(5, 12, writer.read);
    const checkpoint = await writer.checkpoint();
    expect(await submit({ old: 5, proof, checkpoint }, seen)).toMatchObject({
      outcome: 'extends',
      seen: { size: 12 },
    });
    expect(await submit({ old: 5, proof: proof.slice(1), checkpoint }, seen)).toMatchObject({
      status: 422,
    });
    expect(await submit({ old: 4, proof, checkpoint }, seen)).toMatchObject({
      status: 409,
      size: 5,
    });
    expect(await submit({ old: 13, proof, checkpoint }, seen)).toMatchObject({ status: 400 });
  });

  it('refuses a log that rewrote its past, also at the same size', async () => {
    const writer = log();
    const first = await submit({ old: 0, proof: [], checkpoint: await writer.checkpoint() });
    const seen = first.outcome === 'extends' ? first.seen : undefined;
    const liar = new TryLog('example.org/log', 1).add([...entries(0, 4), Uint8Array.of(99)]);
    expect(
      await submit({ old: 5, proof: [], checkpoint: await liar.checkpoint() }, seen),
    ).toMatchObject({ status: 409 });
    liar.add(entries(5, 12));
    const proof = consistencyProof(5, 12, liar.read);
    expect(
      await submit({ old: 5, proof, checkpoint: await liar.checkpoint() }, seen),
    ).toMatchObject({ status: 422 });
  });

  it('knows neither another log nor another key of its name', async () => {
    const other = new TryLog('example.org/other', 1).add(entries(0, 1));
    const forger = new TryLog('example.org/log', 9).add(entries(0, 1));
    expect(await submit({ old: 0, proof: [], checkpoint: await other.checkpoint() })).toMatchObject(
      { status: 404 },
    );
    expect(
      await submit({ old: 0, proof: [], checkpoint: await forger.checkpoint() }),
    ).toMatchObject({ status: 403 });
  });

  it.each(['', 'old 0\n', 'old 00\n\nx', `old 1\n${'A'.repeat(43)}=\n`, 'new 0\n\nx'])(
    'cannot read %j',
    (body) => {
      expect(() => parseSubmission(body)).toThrow();
    },
  );
});

describe('a policy', () => {
  const log = new TryLog('example.org/log', 1).add(entries(0, 5));
  const witnesses = [2, 3, 4].map((seed) => signerOf(`w${seed}.example`, seed));
  const keys = witnesses.map((one) => verifierKey(one.name, 'cosignature', one.publicKey));
  const noted = async (...seeds: number[]) => {
    const lines = await Promise.all(
      witnesses
        .filter((_, i) => seeds.includes(i + 2))
        .map(async (one) => signatureLine(await cosign(log.body, one, at))),
    );
    return addSignatures(await log.checkpoint(), lines.join(''));
  };
  const ask = async (note: string, need: number, when = at) =>
    evaluatePolicy(note, policyOf([keyOf(log)], keys, need), when, webcryptoEd25519);

  it('wants the log and k of n witnesses, each counted once', async () => {
    expect(await ask(await log.checkpoint(), 0)).toMatchObject({
      outcome: 'trusted',
      witnesses: [],
    });
    expect(await ask(await noted(2, 4), 2)).toMatchObject({
      outcome: 'trusted',
      witnesses: [{ at }, { at }],
    });
    expect(await ask(await noted(2), 2)).toMatchObject({ reason: 'too-few-witnesses' });
    const twice = addSignatures(
      await noted(2),
      signatureLine(await cosign(log.body, witnesses[0] ?? log.signer, at + 1)),
    );
    expect(await ask(twice, 2)).toMatchObject({ reason: 'too-few-witnesses' });
  });

  it('refuses a wrong signature of somebody known, an unknown log, a time to come', async () => {
    const forger = new TryLog('example.org/log', 9).add(entries(0, 5));
    expect(await ask(await forger.checkpoint(), 0)).toMatchObject({ reason: 'unknown-log' });
    const forged = (await noted(2, 3)).replace('\n5\n', '\n6\n');
    expect(await ask(forged, 0)).toMatchObject({ reason: 'wrong-signature' });
    expect(await ask(await noted(2), 0, at - 301)).toMatchObject({ reason: 'wrong-signature' });
    expect(await ask('nothing', 0)).toMatchObject({ reason: 'unreadable' });
  });

  it('does not let one known log sign the checkpoint of another', async () => {
    const other = new TryLog('example.org/other', 7);
    const signatures = [await signNote(log.body, other.signer)];
    const policy = policyOf([keyOf(log), keyOf(other)], [], 0);
    const note = formatNote({ text: log.body, signatures });
    const answer = await evaluatePolicy(note, policy, at, webcryptoEd25519);
    expect(answer).toMatchObject({ reason: 'unknown-log' });
  });

  it('reads the groups of tlog-policy', async () => {
    const [a = '', b = '', c = ''] = keys.map((key) => formatVerifierKey(key));
    const text = `# two organisations\nlog ${formatVerifierKey(keyOf(log))} https://log.example/\n
witness X1 ${a}\n  witness\tX2 ${b}\ngroup X any X1 X2\nwitness Y1 ${c}\ngroup both all X Y1\nquorum both\n`;
    const policy = parsePolicy(text);
    const answer = async (note: string) =>
      (await evaluatePolicy(note, policy, at, webcryptoEd25519)).outcome;
    expect(await answer(await noted(2, 4))).toBe('trusted');
    expect(await answer(await noted(3, 4))).toBe('trusted');
    expect(await answer(await noted(2, 3))).toBe('refused');
    expect(parsePolicy('quorum none\n').quorum).toEqual({ need: 0, members: [] });
  });

  it('refuses a text that lets a witness count twice or names what is not there', () => {
    const [a = '', b = ''] = keys.map((key) => formatVerifierKey(key));
    for (const text of [
      '',
      'quorum x\n',
      'quorum none\nquorum none\n',
      `witness X ${a}\nwitness Y ${a}\nquorum X\n`,
      `witness X ${a}\nwitness X ${b}\nquorum X\n`,
      `witness X ${a}\ngroup g 2 X\nquorum g\n`,
      `witness X ${a}\ngroup g 0 X\nquorum g\n`,
      `witness X ${a}\ngroup g all X X\nquorum g\n`,
      `witness X ${a}\ngroup g all X\ngroup h all X\nquorum h\n`,
      `witness none ${a}\nquorum none\n`,
      `log ${a}\nquorum none\n`,
      `witness X ${formatVerifierKey(keyOf(log))}\nquorum X\n`,
      'frob\nquorum none\n',
    ]) {
      expect(() => parsePolicy(text)).toThrow();
    }
    expect(() => policyOf([], keys, 4)).toThrow('cannot be had');
  });
});
