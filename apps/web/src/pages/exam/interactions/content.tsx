import { createContext, createElement, Fragment, useContext, type ReactNode } from 'react';
import type { ContentNode, ElementNode, Interaction } from '#libs/qti';

/** How interactions are drawn: their prompts and choices are content again, so content cannot know them. */
export const InteractionContext = createContext<((interaction: Interaction) => ReactNode) | null>(
  null,
);

/** Draws the tree that libs/qti checked against its allow-list; nothing is ever set as HTML. */
export function Content({ nodes }: { nodes: readonly ContentNode[] }) {
  return nodes.map((node, index) => <Fragment key={index}>{draw(node)}</Fragment>);
}

function draw(node: ContentNode): ReactNode {
  if (typeof node === 'string') return node;
  switch (node.type) {
    case 'element':
      return <Element node={node} />;
    case 'interaction':
      return <Interactive interaction={node} />;
    case 'rubric':
      return node.views.includes('candidate') ? (
        <div className="question__rubric">
          <Content nodes={node.children} />
        </div>
      ) : null;
    case 'template':
      return <Content nodes={node.children} />;
    // Shown only by the server's word during an attempt that needs it.
    case 'feedback':
    case 'printed-variable':
    case 'gap':
    case 'hottext':
    case 'stage':
      return null;
  }
}

function Interactive({ interaction }: { interaction: Interaction }) {
  const drawInteraction = useContext(InteractionContext);
  if (!drawInteraction) throw new Error('an interaction stands outside of an item');
  return drawInteraction(interaction);
}

const voids = new Set(['br', 'hr', 'img', 'col', 'source', 'track', 'param', 'wbr']);

const renamed: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  datetime: 'dateTime',
  srclang: 'srcLang',
  crossorigin: 'crossOrigin',
  usemap: 'useMap',
};

function Element({ node }: { node: ElementNode }) {
  const props = Object.fromEntries(
    Object.entries(node.attributes)
      .filter(([name]) => name !== 'style' && !name.startsWith('on'))
      .map(([name, value]) => [renamed[name] ?? name, value]),
  );
  if (node.name === 'img') props['alt'] ??= '';
  if (voids.has(node.name)) return createElement(node.name, props);
  return createElement(node.name, props, <Content nodes={node.children} />);
}
