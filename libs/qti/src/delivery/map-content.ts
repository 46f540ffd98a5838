import type {
  Attributes,
  Choice,
  ContentNode,
  ElementNode,
  InteractionNode,
} from '../model/content.ts';
import type { Node } from '../content/walk.ts';

export interface Mapping {
  readonly keep: (node: Node) => boolean;
  readonly attributes: (attributes: Attributes) => Attributes;
  /** What a kept node becomes, before its inside is looked at. */
  readonly become?: (node: Node) => Node;
}

/** A copy of the content with nodes left out and attributes changed, wherever content can stand. */
export function mapContent(content: readonly ContentNode[], mapping: Mapping): ContentNode[] {
  const kept: ContentNode[] = [];
  for (const node of content) {
    if (typeof node === 'string') {
      const last = kept.at(-1);
      // Two texts around something left out are one text, or its place would show.
      if (typeof last === 'string')
        kept[kept.length - 1] = `${last}${node}`.replace(/ {2,}/gu, ' ');
      else kept.push(node);
    } else if (mapping.keep(node)) kept.push(mapNode(mapping.become?.(node) ?? node, mapping));
  }
  return kept;
}

function mapNode(node: Node, mapping: Mapping): ContentNode {
  const attributes = mapping.attributes(node.attributes);
  switch (node.type) {
    case 'element':
    case 'feedback':
    case 'template':
    case 'rubric':
    case 'hottext':
      return { ...node, attributes, children: mapContent(node.children, mapping) };
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
  children: mapContent(element.children, mapping),
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
