// What PostgreSQL cannot keep (U+0000, half a surrogate pair) and what recursion cannot walk through: both
// are anybody's to send, and would end as a failure of the house.
import type { FieldError } from './problem.ts';

const DEEPEST = 64;
const MOST = 20;

/** The fields of `value` that are refused; at most the first twenty. */
export function unreadable(value: unknown, field: string, depth = 0): FieldError[] {
  if (typeof value === 'string') return isKept(value) ? [] : [{ field, message: NOT_KEPT }];
  if (typeof value !== 'object' || value === null) return [];
  if (depth === DEEPEST) return [{ field, message: `at most ${DEEPEST} levels deep` }];
  const found: FieldError[] = [];
  for (const [name, member] of Object.entries(value)) {
    const path = field === '' ? name : `${field}.${name}`;
    if (!isKept(name)) found.push({ field: path, message: NOT_KEPT });
    found.push(...unreadable(member, path, depth + 1));
    if (found.length >= MOST) break;
  }
  return found;
}

const NOT_KEPT = 'holds U+0000 or half a character';

const isKept = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
