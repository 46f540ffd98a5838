// The items as the files in content/items hold them: each is the body of POST /api/question-bank/items.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ItemBody } from '../../apps/question-bank/src/domain/item/item-body.ts';

export interface ItemFile {
  readonly name: string;
  readonly body: ItemBody;
}

const ITEMS = resolve(import.meta.dirname, '../../content/items');

export const readItemFiles = (folder = ITEMS): ItemFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      name: name.replace('.json', ''),
      body: JSON.parse(readFileSync(join(folder, name), 'utf8')) as ItemBody,
    }));

/** The bank of one competency at one level, such as "ev3-1". */
export const bankOf = ({ body }: ItemFile): string =>
  `${body.competencyCode.toLowerCase()}-${body.level}`;
