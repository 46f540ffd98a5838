import { nodesOf } from '../content/walk.ts';
import type { InteractionNode, SliderInteraction } from '../model/content.ts';
import type { BaseType } from '../model/value.ts';

/** What an answer to one interaction may hold. Where nothing is said, anything of the type. */
export interface Domain {
  readonly kind: InteractionNode['kind'];
  /** Identifiers that may be picked or ordered, each once. */
  readonly choices?: readonly string[];
  /** For pairs: what may stand first and second, each with how often (0 = as often as one likes). */
  readonly first?: Readonly<Record<string, number>>;
  readonly second?: Readonly<Record<string, number>>;
  /** How many values at most. */
  readonly max?: number;
  readonly from?: number;
  readonly to?: number;
  /** Only from, from + step, from + 2 steps and so on. */
  readonly step?: number;
  /** Of a file: its media types, image/* among them meaning every kind of image. */
  readonly mediaTypes?: readonly string[];
  /** The attempt that this button ends is not counted. */
  readonly uncounted?: boolean;
}

interface Associable {
  readonly identifier: string;
  readonly matchMax: number;
}

const uses = (choices: readonly Associable[]): Record<string, number> =>
  Object.fromEntries(choices.map(({ identifier, matchMax }) => [identifier, matchMax]));

// 0 means no limit, which is written by leaving it out.
const limit = (max: number | undefined): { max?: number } => (max ? { max } : {});

export function domainOf(node: InteractionNode, baseType?: BaseType): Domain {
  const { kind } = node;
  switch (node.kind) {
    case 'choice':
    case 'order':
      return {
        kind,
        choices: node.choices.map(({ identifier }) => identifier),
        ...limit(node.maxChoices),
      };
    case 'inline-choice':
      return { kind, choices: node.choices.map(({ identifier }) => identifier), max: 1 };
    case 'hottext': {
      const choices = [...nodesOf(node.content)].flatMap((inner) =>
        inner.type === 'hottext' ? [inner.identifier] : [],
      );
      return { kind, choices, ...limit(node.maxChoices) };
    }
    case 'hotspot':
    case 'graphic-order':
      return {
        kind,
        choices: node.hotspots.map(({ identifier }) => identifier),
        ...limit(node.maxChoices),
      };
    case 'associate':
      return {
        kind,
        first: uses(node.choices),
        second: uses(node.choices),
        ...limit(node.maxAssociations),
      };
    case 'graphic-associate':
      return {
        kind,
        first: uses(node.hotspots),
        second: uses(node.hotspots),
        ...limit(node.maxAssociations),
      };
    case 'match':
      return {
        kind,
        first: uses(node.sets[0]),
        second: uses(node.sets[1]),
        ...limit(node.maxAssociations),
      };
    case 'gap-match': {
      // A gap takes one choice (ASI, "gap").
      const gaps = [...nodesOf(node.content)].flatMap((inner) =>
        inner.type === 'gap' ? [{ identifier: inner.identifier, matchMax: 1 }] : [],
      );
      return { kind, first: uses(node.choices), second: uses(gaps) };
    }
    case 'graphic-gap-match':
      return { kind, first: uses(node.choices), second: uses(node.hotspots) };
    case 'select-point':
    case 'position-object':
      return { kind, ...limit(node.maxChoices) };
    case 'slider':
      return sliderDomain(node, baseType);
    case 'extended-text':
      return { kind, ...limit(node.maxStrings) };
    case 'media':
      return { kind, from: 0, ...(node.maxPlays ? { to: node.maxPlays } : {}) };
    case 'end-attempt':
      return node.countAttempt ? { kind } : { kind, uncounted: true };
    case 'upload':
      return node.mediaTypes ? { kind, mediaTypes: node.mediaTypes } : { kind };
    case 'text-entry':
    case 'drawing':
      return { kind };
  }
}

/** ASI, "sliderInteraction": for an integer the bounds are rounded outwards, and the step is 1. */
function sliderDomain(
  { kind, lowerBound, upperBound, step }: SliderInteraction,
  baseType: BaseType | undefined,
): Domain {
  const whole = baseType === 'integer';
  const from = whole ? Math.floor(lowerBound) : lowerBound;
  const to = whole ? Math.ceil(upperBound) : upperBound;
  return step === undefined || step <= 0 ? { kind, from, to } : { kind, from, to, step };
}
