// What must be the same in every language: everything of an item but its words.
import { nodesOf, type Node } from '../content/walk.ts';
import type { ContentNode, Hotspot, InteractionNode } from '../model/content.ts';
import type { Item } from '../model/item.ts';
import type { ResponseDeclaration } from '../model/declaration.ts';

/** One fact, and the part of the model it was taken from, so that a difference has a place. */
export interface Fact {
  readonly name: string;
  readonly value: unknown;
  readonly part: object;
}

export function factsOf(item: Item): Fact[] {
  const interactions = [...nodesOf(item.body)].filter((node) => node.type === 'interaction');
  const texts = new Set(
    interactions.flatMap((node) =>
      node.kind === 'text-entry' || node.kind === 'extended-text' ? [node.response] : [],
    ),
  );
  return [
    // The order of choices is drawn by it, and has to be the same in each language.
    { name: 'identifier', value: item.identifier, part: item },
    { name: 'adaptive', value: item.adaptive, part: item },
    { name: 'time-dependent', value: item.timeDependent, part: item },
    ...item.contexts.map((part) => ({
      name: `context variable ${part.identifier}`,
      value: part,
      part,
    })),
    ...item.responses.map((part) => ({
      name: `response variable ${part.identifier}`,
      value: responseFacts(part, texts.has(part.identifier)),
      part,
    })),
    ...item.outcomes.map((part) => {
      const { interpretation: _, longInterpretation: __, ...value } = part;
      return { name: `outcome variable ${part.identifier}`, value, part };
    }),
    ...item.templates.map((part) => ({
      name: `template variable ${part.identifier}`,
      value: part,
      part,
    })),
    ...item.stimuli.map((part) => ({ name: `stimulus ${part.identifier}`, value: true, part })),
    ...item.materials.map((part, i) => ({
      name: `companion material ${i + 1}`,
      value: part.name,
      part,
    })),
    { name: 'response processing template', value: item.processing.template ?? null, part: item },
    ...item.processing.rules.map((part, i) => ({
      name: `response rule ${i + 1}`,
      value: part,
      part,
    })),
    ...item.templateRules.map((part, i) => ({ name: `template rule ${i + 1}`, value: part, part })),
    ...item.modalFeedback.map((part, i) => ({
      name: `modal feedback ${i + 1}`,
      value: [part.outcome, part.identifier, part.showHide],
      part,
    })),
    ...interactions.map((part) => ({
      name: `${part.kind} interaction for ${part.response}`,
      value: interactionFacts(part),
      part,
    })),
    ...markerFacts(item.body),
  ];
}

/** Keys of a text answer are words: each language may have its own. */
export function responseFacts(response: ResponseDeclaration, isText: boolean): unknown {
  const { interpretation: _, ...value } = response;
  if (!isText || response.baseType !== 'string') return value;
  const { correct: __, mapping, ...rest } = value;
  // The bounds are part of the score, the entries are words.
  const bounds = mapping && {
    lower: mapping.lowerBound,
    upper: mapping.upperBound,
    other: mapping.defaultValue,
  };
  return { ...rest, mapping: bounds ?? null };
}

const words = new Set([
  'attributes',
  'prompt',
  'content',
  'label',
  'title',
  'placeholderText',
  'expectedLength',
  'expectedLines',
  'patternMask',
  'choices',
  'sets',
  'hotspots',
  'image',
  'object',
  'media',
  'type',
]);

function interactionFacts(node: InteractionNode): unknown {
  const plain = Object.entries(node).filter(([name]) => !words.has(name));
  const facts: Record<string, unknown> = Object.fromEntries(plain);
  if ('choices' in node) facts['choices'] = node.choices.map(withoutWords);
  if ('sets' in node) facts['sets'] = node.sets.map((set) => set.map(withoutWords));
  if ('hotspots' in node) facts['hotspots'] = node.hotspots.map(spotFacts);
  if ('image' in node) {
    const { width, height } = node.image.attributes;
    facts['image'] = [width ?? null, height ?? null];
  }
  if (node.kind === 'gap-match' || node.kind === 'hottext')
    facts['inside'] = markedInside(node.content);
  return facts;
}

function withoutWords(choice: object): unknown {
  const {
    content: _,
    attributes: __,
    objectLabel: ___,
    ...facts
  } = choice as Record<string, unknown>;
  return facts;
}

function spotFacts(hotspot: Hotspot): unknown {
  const { label: _, attributes: __, ...facts } = hotspot;
  return facts;
}

// Another grammar puts gaps and hottexts in another order.
const markedInside = (content: readonly ContentNode[]): unknown =>
  [...nodesOf(content)]
    .filter((node) => node.type === 'gap' || node.type === 'hottext')
    .map((node) =>
      node.type === 'gap'
        ? [node.identifier, node.required, node.matchGroup ?? null]
        : [node.identifier],
    )
    .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]), 'en'));

/** Feedback, template blocks and rubrics: which there are, not where in the sentence. */
function markerFacts(body: readonly ContentNode[]): Fact[] {
  const seen = new Map<string, number>();
  return [...nodesOf(body)].flatMap((part) => {
    const name = markerName(part);
    if (name === undefined) return [];
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [{ name: times === 1 ? name : `${name} (${times})`, value: true, part }];
  });
}

function markerName(node: Node): string | undefined {
  switch (node.type) {
    case 'feedback':
      return `feedback ${node.display} ${node.outcome} ${node.identifier} ${node.showHide}`;
    case 'template':
      return `template ${node.display} ${node.template} ${node.identifier} ${node.showHide}`;
    case 'rubric':
      return `rubric for ${node.views.join(' ')}${node.use === undefined ? '' : ` (${node.use})`}`;
    case 'printed-variable':
      return `printed variable ${node.identifier}`;
    case 'element':
    case 'interaction':
    case 'gap':
    case 'hottext':
    case 'stage':
      return undefined;
  }
}
