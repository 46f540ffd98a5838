import { interactionsOf, nodesOf } from '../content/walk.ts';
import type { Delivery, ServerNeed } from '../delivery/delivery.ts';
import { makeDelivery, needsServer } from '../delivery/make-delivery.ts';
import { mapContent } from '../delivery/map-content.ts';
import type { Item } from '../model/item.ts';
import type { BaseType } from '../model/value.ts';
import type { Problem } from '../problem.ts';
import { domainOf } from '../scoring/domain.ts';
import type { AfterTry, Scoring, TextKey } from '../scoring/scoring.ts';
import { templateRules } from '../scoring/standard-templates.ts';
import { compareTranslation } from './compare-translation.ts';
import { maxScoreOf } from './max-score.ts';

/** One item in all its languages. */
export interface CompiledItem {
  /** By language: what a browser may see. */
  readonly delivery: Readonly<Record<string, Delivery>>;
  /** For all languages; never leaves the server. */
  readonly scoring: Scoring;
  /** The most that SCORE can be, finite. */
  readonly maxScore: number;
  /** What must be answered during the attempt; empty = the item can be taken offline. */
  readonly needsServer: readonly ServerNeed[];
}

/** The two parts, or where translations differ. */
export type Compiled =
  | ({ readonly ok: true } & CompiledItem)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Makes of an item and its translations one delivery for each language and one scoring. The master's
 * language is its xml:lang ("und" without one). A translation that differs in more than words, alternative
 * texts and its own text keys is refused: problems of the code 'translation-differs', with their places.
 * The standard has no translations; this is the library's own. Throws nothing.
 */
export function compileItem(
  master: Item,
  translations: Readonly<Partial<Record<string, Item>>> = {},
): Compiled {
  const language = master.language ?? 'und';
  const others = Object.entries(translations).flatMap(([name, item]) =>
    item && item !== master ? [[name, item] as const] : [],
  );
  const problems = others.flatMap(([name, item]) => compareTranslation(master, item, name));
  if (problems.length > 0) return { ok: false, problems };
  const all: readonly (readonly [string, Item])[] = [[language, master], ...others];
  const draft: Scoring = { ...scoringOf(master, all), maxScore: 0 };
  const maxScore = maxScoreOf(draft);
  return {
    ok: true,
    delivery: Object.fromEntries(all.map(([name, item]) => [name, makeDelivery(item, name)])),
    scoring: { ...draft, maxScore },
    maxScore,
    needsServer: needsServer(master),
  };
}

function scoringOf(
  master: Item,
  all: readonly (readonly [string, Item])[],
): Omit<Scoring, 'maxScore'> {
  const { template, rules } = master.processing;
  return {
    version: 1,
    identifier: master.identifier,
    adaptive: master.adaptive,
    contexts: master.contexts,
    responses: master.responses,
    outcomes: master.outcomes,
    templates: master.templates,
    templateRules: master.templateRules,
    rules: template === undefined ? rules : templateRules[template],
    domains: Object.fromEntries(
      interactionsOf(master.body).map((node) => [
        node.response,
        domainOf(node, typeOf(master, node.response)),
      ]),
    ),
    textKeys: textKeysOf(master, all.slice(1)),
    after: Object.fromEntries(
      all.flatMap(([name, item]) => (hasFeedback(item) ? [[name, afterOf(item)]] : [])),
    ),
    guidance: guidanceOf(all),
  };
}

const typeOf = ({ responses }: Item, name: string): BaseType | undefined =>
  responses.find(({ identifier }) => identifier === name)?.baseType;

/** Only where a translation's key for a text answer is not the master's. */
function textKeysOf(
  master: Item,
  others: readonly (readonly [string, Item])[],
): Scoring['textKeys'] {
  const texts = interactionsOf(master.body)
    .filter(({ kind }) => kind === 'text-entry' || kind === 'extended-text')
    .map(({ response }) => response);
  const keyOf = (item: Item, name: string): TextKey | undefined => {
    const declaration = item.responses.find(({ identifier }) => identifier === name);
    if (declaration?.baseType !== 'string') return undefined;
    const { correct, mapping } = declaration;
    return mapping ? { correct, mapping } : { correct };
  };
  const keys = others.map(([language, item]) => {
    const differing = texts.flatMap((name) => {
      const [own, key] = [keyOf(master, name), keyOf(item, name)];
      return key && JSON.stringify(own) !== JSON.stringify(key) ? [[name, key] as const] : [];
    });
    return [language, Object.fromEntries(differing)] as const;
  });
  return Object.fromEntries(keys.filter(([, differing]) => Object.keys(differing).length > 0));
}

const hasFeedback = (item: Item): boolean =>
  item.modalFeedback.length > 0 || [...nodesOf(item.body)].some(({ type }) => type === 'feedback');

const afterOf = (item: Item): AfterTry => ({
  body: mapContent(item.body, {
    keep: (node) => node.type !== 'rubric' || node.views.includes('candidate'),
    attributes: (attributes) => attributes,
  }),
  modal: item.modalFeedback,
});

function guidanceOf(all: readonly (readonly [string, Item])[]): Scoring['guidance'] {
  const found = all.map(([language, item]) => {
    const rubrics = [...nodesOf(item.body)].filter(
      (node) => node.type === 'rubric' && !node.views.includes('candidate'),
    );
    return [language, rubrics] as const;
  });
  return Object.fromEntries(found.filter(([, rubrics]) => rubrics.length > 0));
}
