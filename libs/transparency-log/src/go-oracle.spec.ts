// golang.org/x/mod/sumdb and transparency-dev/formats as an oracle. Skipped, and said, where Go is
// not installed or its modules cannot be had.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { toBase64, utf8 } from './bytes.ts';
import { cosign } from './cosignature.ts';
import { formatVerifierKey, parseVerifierKey, verifierKey, webcryptoEd25519 } from './key.ts';
import { addSignatures, openNote, signatureLine } from './note.ts';
import { consistencyProof, inclusionProof, rootFromTiles } from './proof.ts';
import { tilePath, tilesOfTree } from './tile.ts';
import { formatProof } from './tlog-proof.ts';
import { signerOf, TryLog } from './try-log.ts';

type Answer = {
  roots: string[];
  tiles: { [path: string]: string };
  inclusion: string[][];
  consistency: string[][];
  opened: boolean[];
  proofs: string[];
  signed: string[];
};

const folder = mkdtempSync(join(tmpdir(), 'sanad-oracle-'));
const program = join(folder, 'oracle');
const built = spawnSync('go', ['build', '-o', program, '.'], {
  cwd: fileURLToPath(new URL('../oracle', import.meta.url)),
  encoding: 'utf8',
});
const why =
  built.error !== undefined
    ? 'Go is not installed'
    : /dial tcp|no such host|lookup /.test(built.stderr)
      ? 'the Go modules cannot be had'
      : '';

function ask(question: object): Answer {
  const answer = spawnSync(program, {
    input: JSON.stringify(question),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (answer.status !== 0) throw new Error(`${built.stderr}${answer.stderr}`);
  return JSON.parse(answer.stdout) as Answer;
}

(why === '' ? describe : describe.skip)(
  `Go agrees${why === '' ? '' : ` (skipped: ${why})`}`,
  () => {
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const entries = Array.from({ length: 1100 }, (_, i) => utf8(`entry ${i}`));
    const sizes = [1, 2, 3, 7, 8, 255, 256, 257, 511, 700, 1024, 1100];
    const logAt = (size: number) => new TryLog('example.org/log', 1).add(entries.slice(0, size));

    it('on roots, tiles and proofs', () => {
      const inclusion = sizes.flatMap((size) =>
        [0, 1, size >> 1, size - 1].map((i) => [i % size, size] as const),
      );
      const consistency = sizes.flatMap((size) =>
        sizes.filter((old) => old < size).map((old) => [old, size] as const),
      );
      const answer = ask({ entries: entries.map(toBase64), sizes, inclusion, consistency });
      for (const [i, size] of sizes.entries()) {
        const log = logAt(size);
        expect(toBase64(rootFromTiles(size, log.read))).toBe(answer.roots[i]);
        for (const tile of tilesOfTree(size)) {
          expect([tilePath(tile), toBase64(log.read(tile))]).toEqual([
            tilePath(tile),
            answer.tiles[tilePath(tile)],
          ]);
        }
      }
      for (const [i, [index, size]] of inclusion.entries()) {
        expect(inclusionProof(index, size, logAt(size).read).map(toBase64)).toEqual(
          answer.inclusion[i],
        );
      }
      for (const [i, [old, size]] of consistency.entries()) {
        expect(consistencyProof(old, size, logAt(size).read).map(toBase64)).toEqual(
          answer.consistency[i],
        );
      }
    });

    it('on signed notes, cosignatures and tlog-proofs', async () => {
      const log = logAt(700);
      const witness = signerOf('witness.example/w1', 2);
      const keys = [
        verifierKey(log.signer.name, 'note', log.signer.publicKey),
        verifierKey(witness.name, 'cosignature', witness.publicKey),
      ];
      const note = addSignatures(
        await log.checkpoint(),
        signatureLine(await cosign(log.body, witness, 1_700_000_000)),
      );
      const forged = note.replace('\n700\n', '\n701\n');
      const proof = formatProof({
        index: 5,
        path: inclusionProof(5, 700, log.read),
        checkpoint: note,
        extra: utf8('x'),
      });
      const notes = [note, forged].flatMap((one) =>
        keys.map((key) => ({ key: formatVerifierKey(key), note: one })),
      );
      const answer = ask({ notes, proofs: [proof] });
      expect(answer.opened).toEqual([true, true, false, false]);
      expect(answer.proofs).toEqual([proof]);
    });

    it('on what it signed itself', async () => {
      const key = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
      const peter = parseVerifierKey(
        'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      );
      const keys = [peter, verifierKey('PeterNeumann', 'cosignature', peter.publicKey)];
      const { signed } = ask({ sign: { key, text: logAt(8).body } });
      for (const [i, note] of signed.entries()) {
        const opened = await openNote(note, keys, webcryptoEd25519);
        expect(opened.checked).toMatchObject([{ key: keys[i], valid: true }]);
      }
      expect(signed).toHaveLength(2);
    });
  },
);
