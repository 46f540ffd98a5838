// What a test's parts say of each other: identifiers stand once, jumps go forward (ASI, "branchRule").
import {
  exits,
  type BranchRule,
  type ItemRef,
  type Section,
  type TestPart,
} from '../model/assessment.ts';
import { elementOf, type Source } from '../xml/source.ts';
import type { XmlElement } from '../xml/element.ts';

type Stage = TestPart | Section | ItemRef;

export function checkStages(source: Source, root: XmlElement, parts: readonly TestPart[]): void {
  const seen = new Set<string>();
  const check = (stage: Stage, targets: readonly string[]): void => {
    if (seen.has(stage.identifier)) {
      const message = `${stage.identifier} is the identifier of two parts of the test`;
      source.problem(elementOf(stage) ?? root, 'duplicate-identifier', message);
    }
    seen.add(stage.identifier);
    for (const rule of stage.branchRules) checkTarget(source, root, rule, targets);
  };
  for (const [i, part] of parts.entries()) {
    check(
      part,
      parts.slice(i + 1).map(({ identifier }) => identifier),
    );
    const stages = part.sections.flatMap(within);
    for (const [at, stage] of stages.entries()) {
      const inside = 'children' in stage ? stage.children.flatMap(within).length : 0;
      const after = stages.slice(at + 1 + inside);
      check(
        stage,
        after.map(({ identifier }) => identifier),
      );
    }
  }
}

const within = (stage: Section | ItemRef): readonly (Section | ItemRef)[] =>
  stage.kind === 'item' ? [stage] : [stage, ...stage.children.flatMap(within)];

function checkTarget(
  source: Source,
  root: XmlElement,
  rule: BranchRule,
  targets: readonly string[],
): void {
  if (targets.includes(rule.target) || exits.some((exit) => exit === rule.target)) return;
  const message = `${rule.target} is nothing further on in this part`;
  const expected = [...targets, ...exits].join(', ');
  source.problem(elementOf(rule) ?? root, 'unknown-identifier', message, expected);
}
