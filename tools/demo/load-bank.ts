// Items, blueprints and forms, each step by the account whose duty it is.
import type { Report } from '../system/steps.ts';
import { eachOf, until, type Api } from './api.ts';
import { readItems, type ItemFile } from './content.ts';

export interface BankHands {
  readonly author: Api;
  readonly reviewer: Api;
  readonly publisher: Api;
  readonly examiner: Api;
}

export interface FrameworkRef {
  readonly frameworkId: string;
  readonly version: number;
  readonly competencies: readonly { competencyId: string; code: string }[];
}

export interface LoadedForms {
  readonly competencyCode: string;
  readonly level: number;
  readonly blueprintId: string;
  readonly formIds: string[];
}

const REVIEW = 'Read against the source named; the key follows from it and no other option does.';
const FORM_LENGTH = 12;
const FORMS = 3;

export async function loadItems(hands: BankHands, report: Report): Promise<void> {
  const all = readItems();
  const there = await promptsThere(hands.author);
  const items = all.filter(({ body }) => !there.has(promptOf(body)));
  let done = 0;
  await eachOf(items, 6, async (item) => {
    await loadItem(hands, item);
    done += 1;
    report(`${done} of ${items.length}`);
  });
}

interface Worded {
  readonly languages?: { readonly en?: { readonly prompt?: string } };
}

const promptOf = (body: object): string => (body as Worded).languages?.en?.prompt ?? '';

/** The published items that an earlier, interrupted start has left. */
async function promptsThere(author: Api): Promise<Set<string>> {
  const { items } = await author.get<{ items: { body: Worded }[] }>(
    'question-bank/items?state=published&limit=500',
  );
  return new Set(items.map(({ body }) => promptOf(body)));
}

async function loadItem(
  { author, reviewer, publisher }: BankHands,
  { body }: ItemFile,
): Promise<void> {
  const { itemId } = await author.post<{ itemId: string }>('question-bank/items', body);
  await author.post(`question-bank/items/${itemId}/submit`);
  await reviewer.post(`question-bank/items/${itemId}/review`, {
    verdict: 'approve',
    comment: REVIEW,
  });
  await publisher.post(`question-bank/items/${itemId}/publish`, {
    reason: 'Reviewed and approved.',
  });
}

/** For each level of the items' competency: one blueprint and forms that share no item. */
export async function loadForms(
  hands: BankHands,
  framework: FrameworkRef,
  report: Report,
): Promise<LoadedForms[]> {
  const groups = new Map<string, ItemFile[]>();
  for (const item of readItems()) {
    const key = `${item.body.competencyCode} ${item.body.level}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const loaded: LoadedForms[] = [];
  for (const [key, items] of groups) {
    report(key);
    const [competencyCode = '', level = ''] = key.split(' ');
    loaded.push(await loadFormsOf(hands, framework, competencyCode, Number(level), items));
  }
  return loaded;
}

async function loadFormsOf(
  hands: BankHands,
  framework: FrameworkRef,
  competencyCode: string,
  level: number,
  items: readonly ItemFile[],
): Promise<LoadedForms> {
  const { examiner, publisher } = hands;
  const left = await formsLeft(examiner, competencyCode, level);
  if (left) return left;
  const title = {
    en: `${competencyCode}, level ${level}`,
    ru: `${competencyCode}, уровень ${level}`,
    tg: `${competencyCode}, сатҳи ${level}`,
  };
  const plan = {
    title,
    frameworkId: framework.frameworkId,
    frameworkVersion: framework.version,
    competencyCode,
    level,
    rows: rowsFor(items, competencyCode, level),
  };
  const { blueprintId } = await until('the framework in the question bank', 20_000, () =>
    examiner
      .post<{ blueprintId: string }>('question-bank/blueprints', plan)
      .catch(whileUnknown('framework-unknown')),
  );
  await publisher.post(`question-bank/blueprints/${blueprintId}/publish`, {
    reason: 'Agreed by the item board.',
  });
  const formIds: string[] = [];
  for (let index = 0; index < FORMS; index += 1) {
    const { formId } = await examiner.post<{ formId: string }>('question-bank/forms', {
      blueprintId,
      seed: level * 100 + index,
    });
    await publisher.post(`question-bank/forms/${formId}/publish`, {
      reason: 'Form checked against its blueprint.',
    });
    formIds.push(formId);
  }
  return { competencyCode, level, blueprintId, formIds };
}

/** A blueprint whose forms are all published already. */
async function formsLeft(
  examiner: Api,
  competencyCode: string,
  level: number,
): Promise<LoadedForms | undefined> {
  const blueprints = await examiner.get<{
    items: { blueprintId: string; competencyCode: string; level: number }[];
  }>('question-bank/blueprints?limit=100');
  for (const one of blueprints.items) {
    if (one.competencyCode !== competencyCode || one.level !== level) continue;
    const { blueprintId } = one;
    const forms = await examiner.get<{ items: { formId: string }[] }>(
      `question-bank/forms?state=published&blueprintId=${blueprintId}&limit=10`,
    );
    const formIds = forms.items.map(({ formId }) => formId);
    if (formIds.length >= FORMS) return { competencyCode, level, blueprintId, formIds };
  }
  return undefined;
}

/** A third of the bank, each demand in the share that it has there. */
function rowsFor(items: readonly ItemFile[], competencyCode: string, level: number): object[] {
  const byDemand = new Map<string, number>();
  for (const { body } of items)
    byDemand.set(body.cognitiveDemand, (byDemand.get(body.cognitiveDemand) ?? 0) + 1);
  const rows = [...byDemand].map(([cognitiveDemand, count]) => ({
    competencyCode,
    level,
    cognitiveDemand,
    count: Math.floor(count / FORMS),
  }));
  const planned = rows.reduce((sum, row) => sum + row.count, 0);
  const rest = Math.max(0, Math.min(FORM_LENGTH, Math.floor(items.length / FORMS)) - planned);
  return [...rows, { competencyCode, level, cognitiveDemand: null, count: rest }].filter(
    (row) => row.count > 0,
  );
}

/** Answers undefined for this refusal, so that `until` asks again; any other goes on. */
export const whileUnknown =
  (reason: string) =>
  (error: unknown): undefined => {
    if ((error as { problem?: { reason?: string } }).problem?.reason === reason) return undefined;
    throw error;
  };

/** The same for a status: what a refusal says while a copy has not arrived. */
export const whileStatus =
  (status: number) =>
  (error: unknown): undefined => {
    if ((error as { status?: number }).status === status) return undefined;
    throw error;
  };

/** What an earlier, interrupted start has made is left as it is. */
export const unlessThere = (error: unknown): undefined => {
  if ((error as { status?: number }).status === 409) return undefined;
  throw error;
};
