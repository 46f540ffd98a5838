// Selection and ordering (ASI, "selection", "ordering"): which items a candidate gets, from a stored seed.
import { seededRandom, shuffled, type Random } from '../evaluate/random.ts';
import type {
  AssessmentTest,
  ItemRef,
  Section,
  SessionControl,
  TestPart,
  TimeLimits,
} from '../model/assessment.ts';

/** One item as one candidate gets it. */
export interface PlannedItem {
  /** The reference's identifier; of one selected several times, with .2, .3 and so on behind it. */
  readonly key: string;
  /** The reference's identifier. */
  readonly item: string;
  readonly href: string;
  readonly part: string;
  /** From the outermost section to the innermost. */
  readonly sections: readonly string[];
  readonly categories: readonly string[];
  readonly sessionControl: Required<SessionControl>;
  /** Those that hold while the item is shown: of the item itself, its sections, its part and the test. */
  readonly timeLimits: readonly (TimeLimits & { readonly of: string })[];
}

/** One candidate's items in the order in which they are given. */
export interface Plan {
  readonly items: readonly PlannedItem[];
}

const defaults: Required<SessionControl> = {
  maxAttempts: 1,
  showFeedback: false,
  allowReview: true,
  showSolution: false,
  allowComment: false,
  allowSkipping: true,
  validateResponses: false,
};

/** Those around an item: its part, then its sections from outside to inside. */
interface Around {
  readonly part: TestPart;
  readonly sections: readonly Section[];
}

interface Found {
  readonly item: ItemRef;
  readonly around: Around;
}

/**
 * The items of one candidate's test in their order (ASI, "selection", "ordering"); the same seed gives the
 * same, on every machine. Pre-conditions and branch rules are nextItem's. Throws nothing.
 */
export function planTest(test: AssessmentTest, seed: string): Plan {
  const times = new Map<string, number>();
  const found = test.parts.flatMap((part) =>
    part.sections.flatMap((section) =>
      itemsOf(section, { part, sections: [] }, `${seed}\n${test.identifier}`),
    ),
  );
  const items = found.map(({ item, around }): PlannedItem => {
    const time = (times.get(item.identifier) ?? 0) + 1;
    times.set(item.identifier, time);
    const stages = [around.part, ...around.sections, item];
    const limits = [test, ...stages].flatMap(({ identifier, timeLimits }) =>
      timeLimits ? [{ of: identifier, ...timeLimits }] : [],
    );
    return {
      key: time === 1 ? item.identifier : `${item.identifier}.${time}`,
      item: item.identifier,
      href: item.href,
      part: around.part.identifier,
      sections: around.sections.map(({ identifier }) => identifier),
      categories: item.categories,
      // What a stage leaves out comes from the one around it.
      sessionControl: Object.assign({ ...defaults }, ...stages.map((one) => one.sessionControl)),
      timeLimits: limits,
    };
  });
  return { items };
}

function itemsOf(section: Section, outer: Around, seed: string): Found[] {
  return unitsOf(section, outer, seed).flatMap(({ items }) => items);
}

/** What is shuffled as one piece. */
interface Unit {
  readonly fixed: boolean;
  readonly items: readonly Found[];
}

function unitsOf(section: Section, outer: Around, seed: string): readonly Unit[] {
  const around = { part: outer.part, sections: [...outer.sections, section] };
  const own = `${seed}\n${section.identifier}`;
  const random = seededRandom(`${own}\nselection`);
  const units = select(section, random).flatMap(({ child, time }): readonly Unit[] => {
    if (child.kind === 'item') return [{ fixed: child.fixed, items: [{ item: child, around }] }];
    const inside = time === 1 ? own : `${own}\n${time}`;
    if (!child.visible && !child.keepTogether) return unitsOf(child, around, inside);
    return [{ fixed: child.fixed, items: itemsOf(child, around, inside) }];
  });
  return section.shuffle ? shuffleUnits(units, seededRandom(`${own}\nordering`)) : units;
}

interface Selected {
  readonly child: Section | ItemRef;
  /** Which time it was selected. */
  readonly time: number;
}

/** In the document's order; required ones in any case. */
function select({ children, selection }: Section, random: Random): readonly Selected[] {
  if (selection === undefined) return children.map((child) => ({ child, time: 1 }));
  const counts: number[] = children.map(({ required }) => (required ? 1 : 0));
  let left = selection.select - counts.filter((count) => count === 1).length;
  while (left > 0) {
    const open = children.flatMap((_, i) =>
      selection.withReplacement || counts[i] === 0 ? [i] : [],
    );
    const drawn = open[random.below(open.length)];
    if (drawn === undefined) break;
    counts[drawn] = (counts[drawn] ?? 0) + 1;
    left -= 1;
  }
  return children.flatMap((child, i) =>
    Array.from({ length: counts[i] ?? 0 }, (_, time) => ({ child, time: time + 1 })),
  );
}

function shuffleUnits(units: readonly Unit[], random: Random): Unit[] {
  const moving = shuffled(
    units.filter(({ fixed }) => !fixed),
    random,
  );
  return units.map((unit) => (unit.fixed ? unit : (moving.shift() ?? unit)));
}
