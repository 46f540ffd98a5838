// A blank before or after a short text, or another Unicode form of the same letters (й as one code point or as two),
// must not cost a point: QTI compares strings code point by code point ("match", ASI 3.0). Answers and keys are brought
// into one form where they are scored: normalised to NFC, blanks at both ends taken away. The journal and the case file
// keep what was typed.

import type { Scoring } from '#libs/qti';

type ResponseDeclaration = Scoring['responses'][number];
type TextKey = Pick<ResponseDeclaration, 'correct' | 'mapping'>;

export const normalText = (text: string): string => text.normalize('NFC').trim();

const isText = ({ baseType }: ResponseDeclaration): boolean => baseType === 'string';

/** The texts among the responses in normal form; identifiers, numbers and pairs stay as they are. */
export function normalResponses(
  scoring: Scoring,
  responses: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const texts = new Set(scoring.responses.filter(isText).map(({ identifier }) => identifier));
  return Object.fromEntries(
    Object.entries(responses).map(([name, value]) => [
      name,
      texts.has(name) ? normal(value) : value,
    ]),
  );
}

/** The same of the keys: authors type blanks and forms of letters, too. */
export function normalKeys(scoring: Scoring): Scoring {
  const texts = new Set(scoring.responses.filter(isText).map(({ identifier }) => identifier));
  if (texts.size === 0) return scoring;
  const textKeys = Object.entries(scoring.textKeys).map(([language, keys]) => [
    language,
    Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, normalKey(key)])),
  ]);
  return {
    ...scoring,
    responses: scoring.responses.map((one) => (isText(one) ? { ...one, ...normalKey(one) } : one)),
    textKeys: Object.fromEntries(textKeys) as Scoring['textKeys'],
  };
}

function normalKey({ correct, mapping }: TextKey): TextKey {
  return {
    correct: correct === null ? null : normalValue(correct),
    ...(mapping === undefined
      ? {}
      : {
          mapping: {
            ...mapping,
            entries: mapping.entries.map((entry) => ({ ...entry, key: normal(entry.key) })),
          },
        }),
  };
}

function normalValue(value: NonNullable<TextKey['correct']>): NonNullable<TextKey['correct']> {
  switch (value.cardinality) {
    case 'single':
      return { ...value, value: normal(value.value) };
    case 'multiple':
    case 'ordered':
      return { ...value, values: value.values.map(normal) };
    case 'record':
      return value;
  }
}

function normal<T>(value: T): T;
function normal(value: unknown): unknown {
  if (typeof value === 'string') return normalText(value);
  return Array.isArray(value) ? value.map((part: unknown) => normal(part)) : value;
}
