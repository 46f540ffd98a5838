import type { BlueprintRow } from './assemble-form.ts';

/** The same words in each language. */
export interface Words {
  readonly en: string;
  readonly ru: string;
  readonly tg: string;
}

export interface FrameworkPart {
  readonly levels: readonly { readonly level: number }[];
  readonly competencies: readonly { readonly competencyId: string; readonly code: string }[];
}

export interface BlueprintFault {
  readonly field: string;
  readonly message: string;
}

/** Every row must ask for what the pinned framework version has. */
export function checkBlueprint(
  blueprint: {
    readonly competencyCode: string;
    readonly level: number;
    readonly rows: readonly BlueprintRow[];
  },
  framework: FrameworkPart,
): BlueprintFault[] {
  const codes = new Set(framework.competencies.map((competency) => competency.code));
  const levels = new Set(framework.levels.map((step) => step.level));
  const faults: BlueprintFault[] = [];
  const check = (field: string, code: string, level: number): void => {
    if (!codes.has(code))
      faults.push({
        field: `${field}competencyCode`,
        message: `the framework has no competency ${code}`,
      });
    if (!levels.has(level))
      faults.push({ field: `${field}level`, message: `the framework has no level ${level}` });
  };
  check('', blueprint.competencyCode, blueprint.level);
  blueprint.rows.forEach((row, index) => check(`rows.${index}.`, row.competencyCode, row.level));
  return faults;
}
