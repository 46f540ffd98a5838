import type { ContentNode, InteractionNode } from '../model/content.ts';

export type Node = Exclude<ContentNode, string>;

/** The lists of content directly inside a node. */
export function insideOf(node: Node): readonly (readonly ContentNode[])[] {
  switch (node.type) {
    case 'element':
    case 'feedback':
    case 'template':
    case 'rubric':
    case 'hottext':
      return [node.children];
    case 'stage':
      return [[node.image], node.interactions];
    case 'interaction':
      return insideInteraction(node);
    case 'gap':
    case 'printed-variable':
      return [];
  }
}

function insideInteraction(node: InteractionNode): readonly (readonly ContentNode[])[] {
  const inside: (readonly ContentNode[])[] = [];
  if ('prompt' in node) inside.push(node.prompt);
  if ('label' in node && node.label) inside.push(node.label);
  if ('image' in node) inside.push([node.image]);
  if ('object' in node) inside.push([node.object]);
  if ('media' in node) inside.push([node.media]);
  if ('choices' in node) inside.push(...node.choices.map(({ content }) => content));
  if ('sets' in node) inside.push(...node.sets.flat().map(({ content }) => content));
  if ('content' in node) inside.push(node.content);
  return inside;
}

/** Every node of the content, in the document's order. */
export function* nodesOf(content: readonly ContentNode[]): Generator<Node> {
  for (const node of content) {
    if (typeof node === 'string') continue;
    yield node;
    for (const inside of insideOf(node)) yield* nodesOf(inside);
  }
}

export const interactionsOf = (content: readonly ContentNode[]): InteractionNode[] =>
  [...nodesOf(content)].filter((node) => node.type === 'interaction');

/** The identifiers that an answer may name; undefined where it names none. */
export function identifiersOf(node: InteractionNode): ReadonlySet<string> | undefined {
  const named: string[] = [];
  if ('choices' in node) named.push(...node.choices.map(({ identifier }) => identifier));
  if ('sets' in node) named.push(...node.sets.flat().map(({ identifier }) => identifier));
  if ('hotspots' in node) named.push(...node.hotspots.map(({ identifier }) => identifier));
  if (node.kind === 'gap-match' || node.kind === 'hottext') {
    for (const inner of nodesOf(node.content)) {
      if (inner.type === 'gap' || inner.type === 'hottext') named.push(inner.identifier);
    }
  }
  return named.length === 0 ? undefined : new Set(named);
}
