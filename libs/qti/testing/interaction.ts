// One item of our own for each interaction of the standard (libs/qti/items): what it gives for which
// answer, what it refuses, that nothing of its key is delivered, and that it is written as it was read.
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  compileItem,
  parseItem,
  score,
  writeItem,
  type CompiledItem,
  type InteractionKind,
} from '../src/index.ts';
import { interactionsOf } from '../src/content/walk.ts';
import { readItem } from './item-xml.ts';

export interface Answers {
  readonly max: number;
  /** Answers to RESPONSE, and what SCORE is for them; NULL gives 0 in every item. */
  readonly scores: readonly (readonly [unknown, number])[];
  readonly refused: readonly (readonly [unknown, string])[];
  /** A base type and cardinality that this interaction cannot fill. */
  readonly wrongBinding: string;
}

export const itemFile = (name: string): string =>
  readFileSync(new URL(`../items/${name}.xml`, import.meta.url), 'utf8');

const compileXml = (xml: string): CompiledItem => {
  const made = compileItem(readItem(xml));
  if (!made.ok) throw new Error('the item was not compiled');
  return made;
};

const secrets =
  /<qti-(correct-response|mapping|area-mapping|response-processing|feedback-block|rubric-block)\b[^>]*?(?:\/>|>[\s\S]*?<\/qti-\1>)/gu;

/** Declares the tests of one interaction by its name in QTI 3.0; its item is items/<kind>.xml. */
export function interaction(name: string, answers: Answers): void {
  const kind = name.slice('qti-'.length, -'-interaction'.length) as InteractionKind;
  const xml = itemFile(kind);
  describe(name, () => {
    it('is read and delivered as what it is', () => {
      const compiled = compileXml(xml);
      expect(compiled.maxScore).toBe(answers.max);
      const kinds = interactionsOf(compiled.delivery['en']?.body ?? []).map((node) => node.kind);
      expect(kinds).toContain(kind);
    });

    it.each([[null, 0] as const, ...answers.scores])('%j is worth %d', (answer, points) => {
      const scored = score(compileXml(xml).scoring, { RESPONSE: answer }, 'seed');
      expect(scored.ok ? scored.score : scored.refusals).toBe(points);
    });

    it.each(answers.refused)('%j is refused: %s', (answer, code) => {
      const scored = score(compileXml(xml).scoring, { RESPONSE: answer }, 'seed');
      expect(scored.ok ? [] : scored.refusals.map((refusal) => refusal.code)).toEqual([code]);
    });

    it('delivers the same without key, mapping, processing, feedback and rubric', () => {
      const bare = xml.replaceAll(secrets, '');
      expect(JSON.stringify(compileXml(bare).delivery)).toBe(
        JSON.stringify(compileXml(xml).delivery),
      );
    });

    it('is written as it was read, and scores the same then', () => {
      const item = readItem(xml);
      const written = writeItem(item);
      expect(readItem(written)).toEqual(item);
      expect(compileXml(written).scoring).toEqual(compileXml(xml).scoring);
      expect(writeItem(readItem(written))).toBe(written);
    });

    it(`does not fill a variable that is ${answers.wrongBinding}`, () => {
      const [cardinality, baseType] = answers.wrongBinding.split(' ');
      const declared = `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}"/>`;
      const wrong = xml
        .replaceAll(secrets, '')
        .replace(
          /<qti-response-declaration identifier="RESPONSE"[\s\S]*?<\/qti-response-declaration>/u,
          declared,
        );
      const parsed = parseItem(wrong, kind);
      expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(['wrong-type']);
    });
  });
}
