import { monthsOf, type DraftModel } from './draft-model.ts';

export interface DraftProblem {
  /** The field of the page; see field-of-place.ts. */
  field: string;
  code: 'bad-code' | 'bad-months' | 'no-group';
}

/** As the service reads codes. */
const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** What keeps even a draft from being saved; the service checks everything again, and more. */
export function problemsOf(model: DraftModel): DraftProblem[] {
  const coded = (field: string, typed: string): DraftProblem[] =>
    code.test(typed.trim()) ? [] : [{ field, code: 'bad-code' }];
  return [
    ...coded('code', model.code),
    ...model.levels.flatMap(({ level, code: typed, validityMonths }): DraftProblem[] => {
      const months = monthsOf(validityMonths);
      const whole = Number.isInteger(months) && months >= 1 && months <= 600;
      return [
        ...coded(`levels.${level}.code`, typed),
        ...(whole
          ? []
          : [{ field: `levels.${level}.validityMonths`, code: 'bad-months' as const }]),
      ];
    }),
    ...model.groups.flatMap(({ key, group }) => coded(`groups.${key}.group`, group)),
    ...model.competencies.flatMap(({ competencyId, code: typed, group }): DraftProblem[] => [
      ...coded(`competencies.${competencyId}.code`, typed),
      ...(model.groups.some(({ key }) => key === group)
        ? []
        : [{ field: `competencies.${competencyId}.group`, code: 'no-group' as const }]),
    ]),
    ...model.roles.flatMap(({ roleId, code: typed }) => coded(`roles.${roleId}.code`, typed)),
  ];
}
