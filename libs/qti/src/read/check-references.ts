import { identifiersOf } from '../content/walk.ts';
import type { ContentNode } from '../model/content.ts';
import type { Item } from '../model/item.ts';
import { isPair, type Scalar, type Value } from '../model/value.ts';
import { elementOf } from '../xml/source.ts';
import type { XmlElement } from '../xml/element.ts';
import { nodesOf } from '../content/walk.ts';
import type { Reading } from './reading.ts';

type Parts = Pick<Item, 'responses' | 'outcomes' | 'templates' | 'body' | 'modalFeedback'>;

/** What names something that has to be there: keys their choices, feedback its outcome variable. */
export function checkReferences(reading: Reading, root: XmlElement, item: Parts): void {
  const { source, variables } = reading;
  const report = (part: object, name: string, message: string, expected?: string): void => {
    source.unknownVariable(elementOf(part) ?? root, name, message, expected);
  };
  const contents: readonly ContentNode[] = [
    ...item.body,
    ...item.modalFeedback.flatMap(({ content }) => content),
  ];
  const choices = new Map<string, ReadonlySet<string>>();
  for (const node of nodesOf(contents)) {
    if (node.type === 'interaction') {
      const offered = identifiersOf(node);
      if (offered) choices.set(node.response, offered);
    }
    if (node.type === 'feedback' && variables.get(node.outcome)?.role !== 'outcome') {
      report(node, node.outcome, `feedback names ${node.outcome}`, 'an outcome variable');
    }
    if (node.type === 'template' && variables.get(node.template)?.role !== 'template') {
      const message = `a template block names ${node.template}`;
      report(node, node.template, message, 'a template variable');
    }
    if (node.type === 'printed-variable' && !variables.has(node.identifier)) {
      report(node, node.identifier, `no variable ${node.identifier} is declared`);
    }
  }
  for (const { outcome } of item.modalFeedback) {
    if (variables.get(outcome)?.role !== 'outcome') {
      report(root, outcome, `modal feedback names ${outcome}`, 'an outcome variable');
    }
  }
  for (const response of item.responses) {
    const offered = choices.get(response.identifier);
    if (!offered) continue;
    const keys = [
      ...scalarsOf(response.correct),
      ...scalarsOf(response.default),
      ...(response.mapping?.entries ?? []).map(({ key }) => key),
    ];
    for (const key of keys.flatMap((scalar) => (isPair(scalar) ? [...scalar] : [scalar]))) {
      if (typeof key === 'string' && !offered.has(key)) {
        source.problem(
          elementOf(response) ?? root,
          'unknown-identifier',
          `${response.identifier} names ${key}, which is no choice`,
          someOf(offered),
        );
      }
    }
  }
}

/** Threat: a message as long as the item for each of its keys. */
const someOf = (names: ReadonlySet<string>): string => {
  const first = [...names].slice(0, 20).join(', ');
  return names.size > 20 ? `${first} and ${names.size - 20} more` : first;
};

function scalarsOf(value: Value | null): readonly Scalar[] {
  if (value === null || value.cardinality === 'record') return [];
  return value.cardinality === 'single' ? [value.value] : value.values;
}
