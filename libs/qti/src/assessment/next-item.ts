// The way through a test (ASI, "preCondition", "branchRule"): which item comes after which.
import { evaluate } from '../evaluate/evaluate.ts';
import type { Environment } from '../evaluate/environment.ts';
import type { AssessmentTest, ItemRef, Section, TestPart } from '../model/assessment.ts';
import { isTrue } from '../scoring/draw-clone.ts';
import { QtiError } from '../problem.ts';
import type { Plan, PlannedItem } from './plan-test.ts';
import { testOutcomes } from './score-test.ts';
import { testEnvironment, type ItemResults } from './test-environment.ts';

type Stage = TestPart | Section | ItemRef;

/**
 * The item after the one with the key `after`, or the first; undefined at the end (ASI, "preCondition",
 * "branchRule"). Pre-conditions and branch rules of parts always count, those of sections and items only in
 * a linear part. Throws 'not-in-plan' where the plan has no such key.
 */
export function nextItem(
  test: AssessmentTest,
  plan: Plan,
  after: string | undefined,
  results: ItemResults,
  seed: string,
): PlannedItem | undefined {
  const way = new Way(test, plan, results, seed);
  if (after === undefined) return way.enter(0, []);
  const at = plan.items.findIndex(({ key }) => key === after);
  const current = plan.items[at];
  if (!current) throw new QtiError('not-in-plan', `${after} is not an item of this plan`);
  const jump = way.jumpFrom(current, at);
  return jump === 'end' ? undefined : way.enter(jump, way.stagesOf(current));
}

class Way {
  readonly #plan: Plan;
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #environment: Environment;

  constructor(test: AssessmentTest, plan: Plan, results: ItemResults, seed: string) {
    this.#plan = plan;
    this.#stages = stagesByName(test);
    const outcomes = testOutcomes(test, plan, results, seed);
    this.#environment = testEnvironment(test, plan, results, outcomes, seed);
  }

  /** From the part to the item; of an item selected again, the same reference. */
  stagesOf({ part, sections, item }: PlannedItem): Stage[] {
    return [part, ...sections, item].flatMap((name) => this.#stages.get(name) ?? []);
  }

  /** The first item from `at` on whose stages, as far as they are newly entered, may be entered. */
  enter(at: number, left: readonly Stage[]): PlannedItem | undefined {
    let from = left;
    for (let i = at; i < this.#plan.items.length;) {
      const item = this.#plan.items[i];
      if (!item) return undefined;
      const stages = this.stagesOf(item);
      const closed = stages.find((stage, depth) => {
        const isEntered = from[depth] === stage && depth < stages.length - 1;
        return !isEntered && !this.#mayEnter(stage, stages);
      });
      if (closed === undefined) return item;
      from = stages.slice(0, stages.indexOf(closed));
      i = this.#past(i, closed);
    }
    return undefined;
  }

  #mayEnter(stage: Stage, stages: readonly Stage[]): boolean {
    if (!counts(stage, stages)) return true;
    return stage.preConditions.every((condition) => isTrue(evaluate(condition, this.#environment)));
  }

  /** The first place after `at` that is not inside of the stage. */
  #past(at: number, stage: Stage): number {
    if ('kind' in stage && stage.kind === 'item') return at + 1;
    let i = at;
    while (i < this.#plan.items.length && this.#isInside(i, stage.identifier)) i += 1;
    return i;
  }

  #isInside(at: number, name: string): boolean {
    const item = this.#plan.items[at];
    return item !== undefined && (item.part === name || item.sections.includes(name));
  }

  /** Where the rules of the item, then of each stage that ends with it, lead; else to the one after it. */
  jumpFrom(item: PlannedItem, at: number): number | 'end' {
    const stages = this.stagesOf(item);
    for (const stage of stages.toReversed()) {
      const isItem = 'kind' in stage && stage.kind === 'item';
      if (!isItem && this.#isInside(at + 1, stage.identifier)) break;
      const target = this.#targetOf(stage, stages);
      if (target !== undefined) return this.#place(target, stage, item, at);
    }
    return at + 1;
  }

  #targetOf(stage: Stage, stages: readonly Stage[]): string | undefined {
    if (!counts(stage, stages)) return undefined;
    return stage.branchRules.find(({ when }) => isTrue(evaluate(when, this.#environment)))?.target;
  }

  #place(
    target: string,
    stage: Stage,
    { part, sections }: PlannedItem,
    at: number,
  ): number | 'end' {
    if (target === 'EXIT_TEST') return 'end';
    const partStage = this.#stages.get(part);
    if (target === 'EXIT_TESTPART') return partStage ? this.#past(at, partStage) : 'end';
    if (target === 'EXIT_SECTION') {
      // Of a section's own rule, the section around it is meant.
      const own = sections.indexOf(stage.identifier);
      const around = own < 0 ? sections.at(-1) : sections[own - 1];
      const section = this.#stages.get(around ?? part);
      return section ? this.#past(at, section) : at + 1;
    }
    const found = this.#plan.items.findIndex(
      (item, i) =>
        i > at && (item.item === target || item.part === target || item.sections.includes(target)),
    );
    // What was not selected for this candidate cannot be jumped to.
    return found < 0 ? at + 1 : found;
  }
}

const counts = (stage: Stage, [part]: readonly Stage[]): boolean =>
  stage === part || (part !== undefined && 'navigation' in part && part.navigation === 'linear');

function stagesByName(test: AssessmentTest): ReadonlyMap<string, Stage> {
  const within = (stage: Section | ItemRef): readonly Stage[] =>
    stage.kind === 'item' ? [stage] : [stage, ...stage.children.flatMap(within)];
  return new Map(
    test.parts
      .flatMap((part): readonly Stage[] => [part, ...part.sections.flatMap(within)])
      .map((stage) => [stage.identifier, stage] as const),
  );
}

/**
 * Whether the way through the test hangs on answers (ASI, "preCondition", "branchRule"): then nextItem has to
 * be asked during the attempt. Throws nothing.
 */
export const isBranching = (test: AssessmentTest): boolean =>
  [...stagesByName(test).values()].some(
    ({ preConditions, branchRules }) => preConditions.length > 0 || branchRules.length > 0,
  );
