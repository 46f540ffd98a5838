import type {
  Attributes,
  Choice,
  ContentNode,
  ElementNode,
  InteractionNode,
} from '../model/content.ts';
import { inlineElements } from '../content/read-content.ts';
import type { Node } from '../content/walk.ts';

export interface Mapping {
  readonly keep: (node: Node) => boolean;
  readonly attributes: (attributes: Attributes) => Attributes;
  /** What a kept node becomes, before its inside is looked at. */
  readonly become?: (node: Node) => Node;
}

/** What white space means where content stands. */
type Space = 'block' | 'inline' | 'preformatted';

/**
 * A copy of the content with nodes left out and attributes changed, wherever content can stand. It looks
 * as if what was left out had never been there: no space at the edge of a block, none doubled, tells of it.
 */
export function mapContent(
  content: readonly ContentNode[],
  mapping: Mapping,
  space: Space = 'block',
): ContentNode[] {
  const kept: ContentNode[] = [];
  for (const node of content) {
    if (typeof node !== 'string') {
      if (mapping.keep(node)) kept.push(mapNode(mapping.become?.(node) ?? node, mapping, space));
      continue;
    }
    const last = kept.at(-1);
    if (typeof last !== 'string') kept.push(node);
    else {
      const joined = last + node;
      kept[kept.length - 1] = space === 'preformatted' ? joined : joined.replace(/ {2,}/gu, ' ');
    }
  }
  return space === 'block' ? trimmed(kept) : kept;
}

function trimmed(nodes: ContentNode[]): ContentNode[] {
  const [first] = nodes;
  if (typeof first === 'string') nodes[0] = first.trimStart();
  const last = nodes.at(-1);
  if (typeof last === 'string') nodes[nodes.length - 1] = last.trimEnd();
  return nodes.filter((node) => node !== '');
}

function spaceInside(node: Node, outside: Space): Space {
  if (outside === 'preformatted') return outside;
  if (node.type === 'hottext') return 'inline';
  if (node.type === 'feedback' || node.type === 'template')
    return node.display === 'inline' ? 'inline' : 'block';
  if (node.type !== 'element' || node.vocabulary !== undefined) return 'block';
  if (node.name === 'pre') return 'preformatted';
  return inlineElements.has(node.name) ? 'inline' : 'block';
}

function mapNode(node: Node, mapping: Mapping, space: Space): ContentNode {
  const attributes = mapping.attributes(node.attributes);
  switch (node.type) {
    case 'element':
    case 'feedback':
    case 'template':
    case 'rubric':
    case 'hottext':
      return {
        ...node,
        attributes,
        children: mapContent(node.children, mapping, spaceInside(node, space)),
      };
    case 'gap':
    case 'printed-variable':
      return { ...node, attributes };
    case 'stage':
      return {
        ...node,
        attributes,
        image: mapElement(node.image, mapping),
        interactions: node.interactions.map((one) => mapInteraction(one, mapping) as typeof one),
      };
    case 'interaction':
      return mapInteraction(node, mapping);
  }
}

const mapElement = (element: ElementNode, mapping: Mapping): ElementNode => ({
  ...element,
  attributes: mapping.attributes(element.attributes),
  children: mapContent(element.children, mapping, spaceInside(element, 'block')),
});

function mapInteraction(node: InteractionNode, mapping: Mapping): InteractionNode {
  const choice = <C extends Choice>(one: C): C => ({
    ...one,
    attributes: mapping.attributes(one.attributes),
    content: mapContent(one.content, mapping),
  });
  const mapped: Record<string, unknown> = {
    ...node,
    attributes: mapping.attributes(node.attributes),
  };
  if ('prompt' in node) mapped['prompt'] = mapContent(node.prompt, mapping);
  if ('label' in node && node.label) mapped['label'] = mapContent(node.label, mapping);
  if ('content' in node) mapped['content'] = mapContent(node.content, mapping);
  if ('choices' in node) mapped['choices'] = node.choices.map(choice);
  if ('sets' in node) mapped['sets'] = node.sets.map((set) => set.map(choice));
  if ('image' in node) mapped['image'] = mapElement(node.image, mapping);
  if ('object' in node) mapped['object'] = mapElement(node.object, mapping);
  if ('media' in node) mapped['media'] = mapElement(node.media, mapping);
  if ('hotspots' in node) {
    mapped['hotspots'] = node.hotspots.map((spot) => ({
      ...spot,
      attributes: mapping.attributes(spot.attributes),
    }));
  }
  return mapped as never;
}
