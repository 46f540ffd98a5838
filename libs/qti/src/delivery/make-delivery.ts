import { isStandardData } from '../content/global-attributes.ts';
import { nodesOf } from '../content/walk.ts';
import type { Attributes, ContentNode } from '../model/content.ts';
import type { Item } from '../model/item.ts';
import { toPlain } from '../model/plain.ts';
import type { Delivery, ServerNeed } from './delivery.ts';
import { mapContent } from './map-content.ts';

// Non-interference: nothing here reads a key, a mapping, a rule or feedback, so that two items which
// differ only in those are delivered byte for byte the same.

export function makeDelivery(item: Item, language: string): Delivery {
  const body = deliveredContent(item.body);
  return {
    identifier: item.identifier,
    title: item.title,
    language,
    adaptive: item.adaptive,
    timeDependent: item.timeDependent,
    responses: item.responses.map(({ identifier, cardinality, baseType, default: initial }) => ({
      identifier,
      cardinality,
      ...(baseType === undefined ? {} : { baseType }),
      ...(initial === null ? {} : { default: toPlain(initial) }),
    })),
    templates: shownTemplates(item, body),
    stimuli: item.stimuli,
    materials: item.materials,
    stylesheets: item.stylesheets,
    attributes: deliveredAttributes(item.attributes),
    body,
    catalogs: item.catalogs.map((catalog) => ({
      ...catalog,
      cards: catalog.cards.map((card) => ({
        ...card,
        entries: card.entries.map((entry) => ({
          ...entry,
          attributes: deliveredAttributes(entry.attributes),
          ...(entry.content ? { content: deliveredContent(entry.content) } : {}),
        })),
      })),
    })),
  };
}

/**
 * Without feedback, without rubrics for others, without data- attributes that the standard doesn't know.
 */
export const deliveredContent = (content: readonly ContentNode[]): ContentNode[] =>
  mapContent(content, {
    keep: (node) => {
      if (node.type === 'feedback') return false;
      return node.type !== 'rubric' || node.views.includes('candidate');
    },
    attributes: deliveredAttributes,
  });

// Threat: a vendor's data-correct, data-score and the like.
export function deliveredAttributes(attributes: Attributes): Attributes {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.startsWith('data-') && !isStandardData(name))) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name]) => !name.startsWith('data-') || isStandardData(name),
    ),
  );
}

function shownTemplates({ templates }: Item, body: readonly ContentNode[]): string[] {
  if (templates.length === 0) return [];
  const shown = new Set<string>();
  const visibilities = JSON.stringify(body).matchAll(/"visibility":\{"template":"([^"]+)"/gu);
  for (const [, template] of visibilities) if (template !== undefined) shown.add(template);
  for (const node of nodesOf(body)) {
    if (node.type === 'template') shown.add(node.template);
    if (node.type === 'printed-variable') {
      shown.add(node.identifier);
      if (typeof node.index === 'object') shown.add(node.index.variable);
    }
  }
  const substituted = substitutedNames(body);
  return templates
    .filter(
      ({ identifier, mathVariable, paramVariable }) =>
        shown.has(identifier) ||
        (mathVariable && substituted.math.has(identifier)) ||
        (paramVariable && substituted.param.has(identifier)),
    )
    .map(({ identifier }) => identifier);
}

/** ASI, "templateDeclaration": names in MathML and values of params for which variables are put in. */
function substitutedNames(body: readonly ContentNode[]): Record<'math' | 'param', Set<string>> {
  const found = { math: new Set<string>(), param: new Set<string>() };
  for (const node of nodesOf(body)) {
    if (node.type !== 'element') continue;
    const [first] = node.children;
    if (node.vocabulary === 'math' && node.name === 'mi' && typeof first === 'string')
      found.math.add(first.trim());
    const value = node.attributes['value'];
    if (node.name === 'param' && value !== undefined) found.param.add(value);
  }
  return found;
}

export function needsServer(item: Item): ServerNeed[] {
  const needs = new Set<ServerNeed>();
  if (item.adaptive) needs.add('adaptive');
  for (const node of nodesOf(item.body)) {
    if (node.type === 'interaction' && node.kind === 'end-attempt') needs.add('end-attempt');
    if (node.type === 'feedback') needs.add('feedback');
  }
  if (item.modalFeedback.length > 0) needs.add('feedback');
  if (item.templates.length > 0) needs.add('template');
  return [...needs];
}
