// The text form of C2SP tlog-policy.
import { LogError } from './error.ts';
import { parseVerifierKey } from './key.ts';
import type { VerifierKey } from './key.ts';
import { refuseDuplicates } from './policy.ts';
import type { LogPolicy, Quorum } from './policy.ts';

type Named = Map<string, VerifierKey | Quorum>;

function bad(line: string, why: string): LogError {
  return new LogError('malformed-policy', `${why}: "${line.trim().slice(0, 80)}"`);
}

function threshold(word: string, members: number): number {
  if (word === 'any') return 1;
  if (word === 'all') return members;
  return /^[1-9][0-9]{0,3}$/.test(word) ? Number(word) : Number.NaN;
}

/**
 * C2SP tlog-policy, "Policy file syntax and structure": `log`, `witness`, `group` and one `quorum`
 * line; names only of what stands above. `malformed-policy`, or `malformed-key` for a key that
 * cannot be read.
 */
export function parsePolicy(text: string): LogPolicy {
  const named: Named = new Map();
  const grouped = new Set<string>();
  const logs: VerifierKey[] = [];
  const witnesses: VerifierKey[] = [];
  let quorum: Quorum | undefined;

  const define = (line: string, name: string, what: VerifierKey | Quorum) => {
    if (name === 'none' || named.has(name)) throw bad(line, 'a name that is taken');
    named.set(name, what);
  };
  const look = (line: string, name: string) => {
    const found = named.get(name);
    if (found === undefined) throw bad(line, `"${name}" is not defined above`);
    return found;
  };

  // oxlint-disable-next-line no-control-regex
  if (/[\0-\x08\x0b-\x1f\x7f]/.test(text)) throw bad('', 'a control character');
  for (const line of text.split('\n')) {
    const [keyword = '', ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (keyword === '' || keyword.startsWith('#')) continue;
    const [first = '', second = '', ...rest] = words;
    if (keyword === 'log' && words.length >= 1 && words.length <= 2) {
      logs.push(parseVerifierKey(first));
    } else if (keyword === 'witness' && words.length >= 2 && words.length <= 3) {
      const key = parseVerifierKey(second);
      witnesses.push(key);
      define(line, first, key);
    } else if (keyword === 'group' && rest.length >= 1) {
      const members = rest.map((name) => look(line, name));
      for (const name of rest) {
        if (grouped.has(name)) throw bad(line, `"${name}" is in a group already`);
        grouped.add(name);
      }
      const need = threshold(second, members.length);
      if (!(need >= 1 && need <= members.length)) throw bad(line, 'a threshold that cannot be met');
      define(line, first, { need, members });
    } else if (keyword === 'quorum' && words.length === 1 && quorum === undefined) {
      quorum =
        first === 'none' ? { need: 0, members: [] } : { need: 1, members: [look(line, first)] };
    } else {
      throw bad(line, 'a line that is not known here');
    }
  }
  if (quorum === undefined) throw bad(text, 'no quorum line');
  const policy = { logs, witnesses, quorum };
  refuseDuplicates(policy);
  return policy;
}
