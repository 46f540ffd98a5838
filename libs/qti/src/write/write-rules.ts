import type { Branch, ResponseRule, TemplateRule } from '../model/rule.ts';
import { writeExpression } from './write-expression.ts';
import { tag } from './xml.ts';

type Family = 'response' | 'outcome' | 'template';

const exits = {
  response: 'qti-exit-response',
  outcome: 'qti-exit-test',
  template: 'qti-exit-template',
} as const;

export const writeRules = (
  rules: readonly (ResponseRule | TemplateRule)[],
  family: Family,
): string => rules.map((rule) => writeRule(rule, family)).join('');

function writeRule(rule: ResponseRule | TemplateRule, family: Family): string {
  switch (rule.rule) {
    case 'exit':
      return tag(exits[family], {});
    case 'fragment':
      return tag(`qti-${family}-processing-fragment`, {}, writeRules(rule.rules, family));
    case 'condition': {
      const branches: readonly Branch<ResponseRule | TemplateRule>[] = rule.branches;
      const written = branches.map(({ when, rules: inside }, i) =>
        tag(
          `qti-${family}-${i === 0 ? 'if' : 'else-if'}`,
          {},
          writeExpression(when),
          writeRules(inside, family),
        ),
      );
      const otherwise =
        rule.otherwise.length === 0
          ? ''
          : tag(`qti-${family}-else`, {}, writeRules(rule.otherwise, family));
      return tag(`qti-${family}-condition`, {}, ...written, otherwise);
    }
    case 'template-constraint':
      return tag('qti-template-constraint', {}, writeExpression(rule.value));
    case 'set-outcome-value':
    case 'lookup-outcome-value':
    case 'set-template-value':
    case 'set-correct-response':
    case 'set-default-value':
      return tag(`qti-${rule.rule}`, { identifier: rule.identifier }, writeExpression(rule.value));
  }
}
