import { interactionForms } from '../interactions/forms.ts';
import { writeVisibility } from '../interactions/choices.ts';
import type { Form, WriteContent } from '../interactions/form.ts';
import type {
  ContentNode,
  ElementNode,
  InteractionKind,
  InteractionNode,
} from '../model/content.ts';
import { writeFields } from '../read/fields.ts';
import {
  feedbackFields,
  gapFields,
  hottextFields,
  printedFields,
  rubricFields,
  templateFields,
} from '../read/read-body.ts';
import { MATHML_NAMESPACE, SSML_NAMESPACE, SVG_NAMESPACE } from '../xml/names.ts';
import { escapeText, globals, tag } from './xml.ts';

export const writeContent: WriteContent = (nodes) => writeNodes(nodes, undefined);

type Outer = ElementNode['vocabulary'];

const writeNodes = (nodes: readonly ContentNode[], outer: Outer): string =>
  nodes
    .map((node) => (typeof node === 'string' ? escapeText(node) : writeNode(node, outer)))
    .join('');

function writeNode(node: Exclude<ContentNode, string>, outer: Outer): string {
  switch (node.type) {
    case 'element':
      return writeElement(node, outer);
    case 'interaction':
      return writeInteraction(node);
    case 'feedback':
    case 'template': {
      const fields = node.type === 'feedback' ? feedbackFields : templateFields;
      const inside = writeContent(node.children);
      return tag(
        `qti-${node.type}-${node.display}`,
        { ...writeFields(fields, { ...node }), ...globals(node.attributes) },
        node.display === 'block' ? tag('qti-content-body', {}, inside) : inside,
      );
    }
    case 'rubric':
      return tag(
        'qti-rubric-block',
        { ...writeFields(rubricFields, node), ...globals(node.attributes) },
        tag('qti-content-body', {}, writeContent(node.children)),
      );
    case 'gap':
      return tag('qti-gap', {
        ...writeFields(gapFields, { ...node }),
        ...writeVisibility(node.visibility),
        ...globals(node.attributes),
      });
    case 'hottext':
      return tag(
        'qti-hottext',
        {
          ...writeFields(hottextFields, { ...node }),
          ...writeVisibility(node.visibility),
          ...globals(node.attributes),
        },
        writeContent(node.children),
      );
    case 'printed-variable':
      return tag('qti-printed-variable', {
        ...writeFields(printedFields, node),
        ...globals(node.attributes),
      });
    case 'stage':
      return tag(
        'qti-position-object-stage',
        globals(node.attributes),
        writeContent([node.image]),
        ...node.interactions.map(writeInteraction),
      );
  }
}

const namespaces = { math: MATHML_NAMESPACE, svg: SVG_NAMESPACE, ssml: SSML_NAMESPACE };

function writeElement(
  { name, vocabulary, attributes, children }: ElementNode,
  outer: Outer,
): string {
  const own =
    vocabulary !== undefined && vocabulary !== outer ? { xmlns: namespaces[vocabulary] } : {};
  const links = Object.keys(attributes).some((key) => key.startsWith('xlink:'))
    ? { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' }
    : {};
  return tag(name, { ...own, ...links, ...globals(attributes) }, writeNodes(children, vocabulary));
}

const writeInteraction = (node: InteractionNode): string =>
  (interactionForms[node.kind] as Form<InteractionKind>).write(node, writeContent);
