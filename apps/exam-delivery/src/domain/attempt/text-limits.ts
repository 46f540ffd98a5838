// How much a candidate may write. QTI's expected-length only says how large a box to show ("a hint", ASI 3.0,
// "expectedLength"), so the limits are the system's own and the same for every item. The page has the same numbers.

import type { Delivery } from '#libs/qti';

/** In UTF-16 code units, as an input's maxlength counts them. */
export const textLimits = { entry: 400, extended: 10_000 };

/** By response identifier: the most characters of one text; of a response without an entry here, `extended`. */
export type TextLimits = ReadonlyMap<string, number>;

export function textLimitsOf(delivery: Delivery): TextLimits {
  const limits = new Map<string, number>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isTextEntry(node)) limits.set(node.response, textLimits.entry);
    for (const part of Object.values(node)) look(part);
  };
  look(delivery.body);
  return limits;
}

const isTextEntry = (node: object): node is { response: string } =>
  'kind' in node &&
  node.kind === 'text-entry' &&
  'response' in node &&
  typeof node.response === 'string';

/** Whether a text anywhere in the value of a response is longer than that. */
export const hasLongerText = (value: unknown, limit: number): boolean =>
  typeof value === 'string'
    ? value.length > limit
    : typeof value === 'object' &&
      value !== null &&
      Object.values(value).some((part) => hasLongerText(part, limit));
