// PostgreSQL reads and plans a statement anew each time it comes without a name; for our short ones that
// costs more than running them. With a name it does so once a connection.
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Beyond these a text is taken for one of a kind (lists of parameters of every length) and gets no name. */
const MOST_NAMES = 400;

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}

/** A client that sends statements with parameters as prepared ones. */
export class PreparingClient extends pg.Client {
  // The overloads of pg.Client are kept as they are; only this one way of calling is given a name.
  override query = ((first: unknown, ...more: unknown[]): unknown => {
    const [values] = more;
    const run = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof first !== 'string' || !Array.isArray(values) || values.length === 0)
      return run(first, ...more);
    const name = nameOf(first);
    return run(
      name === undefined ? { text: first, values } : { name, text: first, values },
      ...more.slice(1),
    );
  }) as pg.Client['query'];
}
