// Answers one question as a person does: by the words on the page.
import type { Page } from 'playwright-core';
import type { KnownItem } from '../../tools/demo/journey.ts';

interface Option {
  readonly id: string;
  readonly text: string;
}

interface Part {
  readonly choices?: readonly Option[];
  readonly left?: readonly Option[];
  readonly right?: readonly Option[];
  readonly accepted?: readonly string[];
}

export async function answerInBrowser(page: Page, item: KnownItem): Promise<void> {
  const part = (item.body.languages['en'] ?? {}) as Part;
  const { key } = item.body;
  const textOf = (id: string, options: readonly Option[] = []): string =>
    options.find((option) => option.id === id)?.text ?? '';
  switch (item.interaction) {
    case 'choice':
      await choose(page, 'radio', textOf(key.choice ?? '', part.choices));
      return;
    case 'multiple':
      for (const id of key.choices ?? []) {
        await choose(page, 'checkbox', textOf(id, part.choices));
      }
      return;
    case 'numeric':
      await page.locator('main input').fill(String(key.number?.value ?? ''));
      await page.locator('main input').blur();
      return;
    case 'text':
      await page.locator('main input').fill(part.accepted?.[0] ?? '');
      await page.locator('main input').blur();
      return;
    case 'order':
      await putInOrder(
        page,
        (key.order ?? []).map((id) => textOf(id, part.choices)),
      );
      return;
    default:
      for (const [left, right] of key.pairs ?? []) {
        await chooseMatch(page, textOf(left, part.left), textOf(right, part.right));
      }
  }
}

/** On the line, as a finger does: the box itself is drawn by its label. */
async function choose(page: Page, role: 'radio' | 'checkbox', name: string): Promise<void> {
  await page
    .locator('label')
    .filter({ has: page.getByRole(role, { name }) })
    .click();
}

/** Selection by moving up: the line for place n is moved until it stands there. */
async function putInOrder(page: Page, wanted: readonly string[]): Promise<void> {
  let moved = false;
  for (const [place, text] of wanted.entries()) {
    for (let step = 0; step < wanted.length; step += 1) {
      const lines = await page.locator('main ol li').allInnerTexts();
      const at = lines.findIndex((line) => line.includes(text));
      if (at <= place) break;
      await page
        .locator('main ol li')
        .nth(at)
        .getByRole('button', { name: /Move up/ })
        .click();
      moved = true;
    }
  }
  if (!moved) await page.getByRole('button', { name: 'This order is right' }).click();
}

/** The letter of the right side, chosen in the line of the left one. */
async function chooseMatch(page: Page, left: string, right: string): Promise<void> {
  const target = page
    .locator('.match__targets li')
    .filter({ has: page.getByText(right, { exact: true }) });
  const letter = (await target.locator('.match__letter').innerText()).trim();
  const line = page.locator('.match__line').filter({ has: page.getByText(left, { exact: true }) });
  await line.locator('label').filter({ hasText: letter }).click();
}
