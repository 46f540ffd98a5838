import { resolve } from 'node:path';

/** The folder of this checkout. */
export const PROJECT = resolve(import.meta.dirname, '../..');
