// C2SP signed-note.
import { concat, equal, fromBase64, toBase64, utf8 } from './bytes.ts';
import { cosignedMessage, splitTimestamp } from './cosignature.ts';
import { LogError } from './error.ts';
import { checkKeyName, keyId } from './key.ts';
import type { NoteSignature, NoteSigner, VerifierKey, VerifyEd25519 } from './key.ts';

/** C2SP signed-note, "Format": `text` has its last newline, and not the empty line after it. */
export type Note = { text: string; signatures: NoteSignature[] };

/** What one signature line turned out to be; `at` (seconds since 1970) only for a cosignature. */
export type CheckedSignature = { key: VerifierKey; valid: boolean; at?: number };
/** `unknown` counts the signatures of keys that were not given. */
export type OpenedNote = { text: string; checked: CheckedSignature[]; unknown: number };

// The standard asks verifiers for a limit of at least 16.
const MOST_SIGNATURES = 64;
const MOST_CHARACTERS = 1_000_000;
const LINE = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/;

/** One line with its newline (C2SP signed-note, "Signatures"); `malformed-key` for a bad name. */
export function signatureLine({ name, keyId: id, signature }: NoteSignature): string {
  checkKeyName(name);
  return `— ${name} ${toBase64(concat(id, signature))}\n`;
}

/** The whole note (C2SP signed-note, "Format"); `malformed-note`, `malformed-key` for a bad name. */
export function formatNote({ text, signatures }: Note): string {
  checkText(text);
  return `${text}\n${signatures.map((signature) => signatureLine(signature)).join('')}`;
}

/**
 * Splits at the last empty line (C2SP signed-note, "Format"). What it says is worth nothing until
 * `openNote` has checked it. `malformed-note`, or `malformed-key` for a bad name, also for more
 * than 64 signatures or a million characters.
 */
export function parseNote(note: string): Note {
  if (note.length > MOST_CHARACTERS)
    throw new LogError('malformed-note', 'a note this long is refused');
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new LogError('malformed-note', 'no signatures');
  const text = note.slice(0, end + 1);
  checkText(text);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw new LogError('malformed-note', 'too many signatures');
  return { text, signatures: lines.map((line) => parseSignatureLine(line)) };
}

/**
 * `note` with further signature lines, as a witness answers them (C2SP tlog-witness,
 * "add-checkpoint"). They are not verified; errors as of `parseNote`.
 */
export function addSignatures(note: string, lines: string): string {
  return formatNote(parseNote(note + lines));
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined) {
    throw new LogError('malformed-note', 'a signature line that is none');
  }
  checkKeyName(name);
  const bytes = fromBase64(encoded, 'malformed-note');
  if (bytes.length < 5) throw new LogError('malformed-note', 'a signature that is too short');
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function checkText(text: string): void {
  // Unpaired surrogates would be encoded as U+FFFD: two texts with one signature.
  // oxlint-disable-next-line no-control-regex
  if (!text.endsWith('\n') || /[\0-\x09\x0b-\x1f]/.test(text) || !text.isWellFormed()) {
    throw new LogError('malformed-note', 'the text ends in a newline and has no other control');
  }
}

/**
 * Signs as type 0x01: the text, its last newline with it (C2SP signed-note, "Ed25519 signatures").
 * `malformed-note` for a text that no note can have.
 */
export async function signNote(text: string, signer: NoteSigner): Promise<NoteSignature> {
  checkText(text);
  const id = keyId(signer.name, 'note', signer.publicKey);
  return { name: signer.name, keyId: id, signature: await signer.sign(utf8(text)) };
}

/**
 * Checks each signature of a key that is given, and counts the others as unknown ("Verifiers MUST
 * ignore signatures from unknown keys": C2SP signed-note, "Signatures"). Whether what is valid is
 * enough is the caller's policy. Errors as of `parseNote`.
 */
export async function openNote(
  note: string,
  keys: readonly VerifierKey[],
  verify: VerifyEd25519,
): Promise<OpenedNote> {
  const { text, signatures } = parseNote(note);
  const checked: CheckedSignature[] = [];
  let unknown = 0;
  for (const signature of signatures) {
    const key = keys.find((one) => one.name === signature.name && equal(one.id, signature.keyId));
    if (key === undefined) unknown++;
    else checked.push(await checkSignature(text, key, signature.signature, verify));
  }
  return { text, checked, unknown };
}

async function checkSignature(
  text: string,
  key: VerifierKey,
  signature: Uint8Array,
  verify: VerifyEd25519,
): Promise<CheckedSignature> {
  if (key.use === 'note') {
    return { key, valid: await verify(key.publicKey, utf8(text), signature) };
  }
  const stamped = splitTimestamp(signature);
  if (stamped === null) return { key, valid: false };
  const message = cosignedMessage(text, stamped.at);
  return { key, valid: await verify(key.publicKey, message, stamped.signature), at: stamped.at };
}
