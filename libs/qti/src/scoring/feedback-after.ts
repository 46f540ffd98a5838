// Feedback (ASI, "Feedback"): an element is shown when the outcome variable holds its identifier.
import type { Node } from '../content/walk.ts';
import { deliveredAttributes } from '../delivery/make-delivery.ts';
import { mapContent } from '../delivery/map-content.ts';
import type { ContentNode } from '../model/content.ts';
import type { ModalFeedback } from '../model/item.ts';
import { QtiError } from '../problem.ts';
import type { Outcomes } from './score.ts';
import type { Scoring } from './scoring.ts';

interface Condition {
  readonly outcome: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
}

const holds = (outcomes: Outcomes, { outcome, identifier, showHide }: Condition): boolean => {
  const value = outcomes[outcome];
  const present = Array.isArray(value) ? value.includes(identifier) : value === identifier;
  return present === (showHide === 'show');
};

/**
 * What a candidate sees after a try (ASI, "Feedback"): the body with the feedback that the outcomes call for,
 * and the modal ones. Undefined of an item without feedback. Throws 'unknown-language' where the item was
 * not compiled in that language.
 */
export function feedbackAfter(
  scoring: Scoring,
  language: string,
  outcomes: Outcomes,
): { body: readonly ContentNode[]; modal: readonly ModalFeedback[] } | undefined {
  if (Object.keys(scoring.after).length === 0) return undefined;
  const after = Object.hasOwn(scoring.after, language) ? scoring.after[language] : undefined;
  if (after === undefined)
    throw new QtiError('unknown-language', `the item is not there in ${language}`);
  const body = mapContent(after.body, {
    keep: (node) => node.type !== 'feedback' || holds(outcomes, node),
    attributes: deliveredAttributes,
    become: unwrapped,
  });
  return { body, modal: after.modal.filter((feedback) => holds(outcomes, feedback)) };
}

/** Feedback that is shown is content like any other from now on. */
const unwrapped = (node: Node): Node =>
  node.type === 'feedback'
    ? {
        type: 'element',
        name: node.display === 'inline' ? 'span' : 'div',
        attributes: node.attributes,
        children: node.children,
      }
    : node;
