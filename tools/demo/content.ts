// Reads the demo's content: files that a person can open, in content/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../system/project.ts';

export function readContent<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(PROJECT, 'content', ...path), 'utf8')) as T;
}

export interface ItemFile {
  readonly name: string;
  readonly body: {
    readonly competencyCode: string;
    readonly level: number;
    readonly cognitiveDemand: string;
  } & Record<string, unknown>;
}

/** content/items/<name>.json, each the body of POST /api/question-bank/items. */
export function readItems(): ItemFile[] {
  return readdirSync(join(PROJECT, 'content', 'items'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name: name.replace('.json', ''), body: readContent('items', name) }));
}
