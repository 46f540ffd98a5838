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

/** A manifest names each item in about 200 bytes and has to be one message; nobody sits so long an exam. */
const MOST_ITEMS = 500;

/** Every row must ask for what the pinned framework version has. */
export function checkBlueprint(
  blueprint: {
    readonly competencyCode: string;
    readonly level: number;
    readonly rows: readonly BlueprintRow[];
  },
  framework: FrameworkPart,
): BlueprintFault[] {
  const faults = [
    ...checkAsked('', blueprint, framework),
    ...blueprint.rows.flatMap((row, index) => checkAsked(`rows.${index}.`, row, framework)),
  ];
  if (blueprint.rows.reduce((sum, row) => sum + row.count, 0) > MOST_ITEMS)
    faults.push({ field: 'rows', message: `at most ${MOST_ITEMS} items in all` });
  return faults;
}

/** `at` stands before the names of the fields. */
export function checkAsked(
  at: string,
  asked: { readonly competencyCode: string; readonly level: number },
  framework: FrameworkPart,
): BlueprintFault[] {
  const faults: BlueprintFault[] = [];
  if (!framework.competencies.some(({ code }) => code === asked.competencyCode)) {
    const message = `the framework has no competency ${asked.competencyCode}`;
    faults.push({ field: `${at}competencyCode`, message });
  }
  if (!framework.levels.some(({ level }) => level === asked.level)) {
    faults.push({ field: `${at}level`, message: `the framework has no level ${asked.level}` });
  }
  return faults;
}
