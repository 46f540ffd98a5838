import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fromBase64, toBase64 } from './bytes.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { formatVerifierKey, parseVerifierKey, verifierKey, webcryptoEd25519 } from './key.ts';
import { addSignatures, formatNote, openNote, parseNote, signatureLine, signNote } from './note.ts';
import { formatProof, parseProof } from './tlog-proof.ts';
import { signerOf } from './try-log.ts';

type Vectors = {
  keys: { PeterNeumann: string; EnochRoot: string };
  secretKey: string;
  text: string;
  signatures: { PeterNeumann: string; EnochRoot: string };
  refusedKeys: string[];
};
const vectors = JSON.parse(
  readFileSync(new URL('../vectors/signed-note.json', import.meta.url), 'utf8'),
) as Vectors;
const { text, signatures, keys } = vectors;
const peter = parseVerifierKey(keys.PeterNeumann);
const enoch = parseVerifierKey(keys.EnochRoot);
const both = `${text}\n${signatures.PeterNeumann}${signatures.EnochRoot}`;
const open = (note: string, known = [peter, enoch]) => openNote(note, known, webcryptoEd25519);

// C2SP tlog-cosignature prints this checkpoint without its keys.
const sofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

describe('a signed note', () => {
  it('is signed byte for byte as Go signs it', async () => {
    const seed = fromBase64(
      vectors.secretKey.split('+').slice(4).join('+'),
      'malformed-key',
    ).subarray(1);
    const line = signatureLine(await signNote(text, signerOf('PeterNeumann', seed)));
    expect(line).toBe(signatures.PeterNeumann);
  });

  it('opens with the keys that are known, and ignores the others', async () => {
    expect(await open(both)).toMatchObject({
      text,
      unknown: 0,
      checked: [{ valid: true }, { valid: true }],
    });
    expect(await open(both, [peter])).toMatchObject({ unknown: 1, checked: [{ key: peter }] });
    expect(await open(both, [])).toMatchObject({ unknown: 2, checked: [] });
  });

  it('is not called wrong by a host that does not know Ed25519', async () => {
    const own = globalThis.crypto;
    const importKey = async () => {
      throw new DOMException('no Ed25519', 'NotSupportedError');
    };
    const host = (value: unknown) =>
      Object.defineProperty(globalThis, 'crypto', { value, configurable: true });
    host({ subtle: { importKey } });
    try {
      await expect(open(both)).rejects.toThrow('no Ed25519');
    } finally {
      host(own);
    }
    expect(await open(both)).toMatchObject({ checked: [{ valid: true }, { valid: true }] });
  });

  it('does not open when a letter of its text or of its signature was changed', async () => {
    for (let at = 0; at < both.length; at++) {
      const letter = both[at] === 'A' ? 'B' : 'A';
      const changed = both.slice(0, at) + letter + both.slice(at + 1);
      const opened = await open(changed, [peter]).catch(() => null);
      const holds = opened?.checked.some(({ valid }) => valid) ?? false;
      // What may change is only the line of the signature that isn't looked at.
      expect(holds && !changed.includes(`${text}\n${signatures.PeterNeumann}`)).toBe(false);
    }
  });

  it.each([
    text,
    `${text}\n`,
    `${text}${signatures.PeterNeumann}`,
    both.slice(0, -1),
    both.replace('— ', '- '),
    both.replace('— PeterNeumann', '— Peter+Neumann'),
    both.replace('x08go', 'x08g'),
    `${both}\n`,
    both.replace('problem', 'pro\tblem'),
    both.replace('problem', 'pro\rblem'),
    `${text}\n${signatures.PeterNeumann.repeat(65)}`,
  ])('is refused when it is malformed (%#)', async (note) => {
    await expect(open(note)).rejects.toThrow();
  });

  it('takes sixteen signatures, as the standard demands', async () => {
    expect((await open(`${text}\n${signatures.PeterNeumann.repeat(16)}`)).checked).toHaveLength(16);
  });

  it('may have empty lines in its text, and ends at the last', () => {
    const poem = 'Ognuno sta solo\n\ned è subito sera.\n';
    const line = '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/g=\n';
    const note = parseNote(`${poem}\n${line}`);
    expect(note.text).toBe(poem);
    expect(formatNote(note)).toBe(`${poem}\n${line}`);
  });
});

describe('a verifier key', () => {
  it('is written as it was read', () => {
    expect(formatVerifierKey(peter)).toBe(keys.PeterNeumann);
  });

  it.each([
    ...vectors.refusedKeys,
    keys.PeterNeumann.slice(1),
    keys.PeterNeumann.slice(0, -1),
    keys.PeterNeumann.replace('c74f20a3', 'c74f20a4'),
    keys.PeterNeumann.replace('c74f20a3', 'C74F20A3'),
    keys.PeterNeumann.replace('Peter', 'Peter '),
  ])('is refused when it was mangled: %s', (key) => {
    expect(() => parseVerifierKey(key)).toThrow();
  });
});

describe('a checkpoint', () => {
  it('reads as the standard prints it, and writes the same', () => {
    const { text: body, signatures: lines } = parseNote(sofa);
    const checkpoint = parseCheckpoint(body);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(formatCheckpoint(checkpoint)).toBe(body);
    expect(formatNote({ text: body, signatures: lines })).toBe(sofa);
  });

  it.each([
    '',
    'x\n',
    'x\n1\n',
    'x\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'x\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n',
    'x\n1\nAAAA\n',
    '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'x\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'x\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n',
    'x\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  ])('is refused as %j', (body) => {
    expect(() => parseCheckpoint(body)).toThrow();
  });
});

describe('a cosignature', () => {
  const log = signerOf('example.com/log', 1);
  const witness = signerOf('witness.example.com/w1', 2);
  const known = [
    verifierKey(log.name, 'note', log.publicKey),
    verifierKey(witness.name, 'cosignature', witness.publicKey),
  ];

  it('carries its time, which is signed with the whole body', async () => {
    const body = `${formatCheckpoint({ origin: log.name, size: 3, root: new Uint8Array(32) })}extra\n`;
    const note = formatNote({ text: body, signatures: [await signNote(body, log)] });
    const line = signatureLine(await cosign(body, witness, 1679315147));
    const opened = await open(addSignatures(note, line), known);
    expect(opened.checked).toMatchObject([{ valid: true }, { valid: true, at: 1679315147 }]);

    const later = signatureLine(await cosign(body, witness, 1679315148));
    const [, time] = [line, later].map((one) => one.split(' ')[2] ?? '');
    const forged =
      line.slice(0, line.lastIndexOf(' ') + 1) +
      `${time?.slice(0, 16)}${line.split(' ')[2]?.slice(16)}`;
    const answer = await open(addSignatures(note, forged), known);
    expect(answer.checked[1]).toMatchObject({ valid: false });
  });

  it('has the key ID of its own type', () => {
    const [{ id }, other] = [
      verifierKey('w', 'cosignature', witness.publicKey),
      verifierKey('w', 'note', witness.publicKey),
    ];
    expect(toBase64(id)).not.toBe(toBase64(other.id));
    expect(parseVerifierKey(formatVerifierKey(known[1] ?? other))).toEqual(known[1]);
  });
});

describe('a tlog-proof', () => {
  const hash = (byte: number) => new Uint8Array(32).fill(byte);

  it('is written and read again, with extra data and without', () => {
    for (const extra of [undefined, new Uint8Array([1, 2, 3])]) {
      const proof = {
        index: 73894,
        path: [hash(1), hash(2)],
        checkpoint: sofa,
        ...(extra && { extra }),
      };
      const written = formatProof(proof);
      expect(
        written.startsWith(
          extra
            ? 'c2sp.org/tlog-proof@v1\nextra AQID\nindex 73894\n'
            : 'c2sp.org/tlog-proof@v1\nindex 73894\n',
        ),
      ).toBe(true);
      expect(parseProof(written)).toEqual(proof);
    }
    expect(parseProof(formatProof({ index: 0, path: [], checkpoint: sofa })).path).toEqual([]);
  });

  it.each([
    '',
    'c2sp.org/tlog-proof@v2\nindex 0\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 00\n\nx',
    'c2sp.org/tlog-proof@v1\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx',
  ])('is refused as %j', (proof) => {
    expect(() => parseProof(proof)).toThrow();
  });
});
