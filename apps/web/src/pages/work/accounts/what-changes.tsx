import { useWords } from '../../../i18n/use-words.ts';

/** Before anything is sent: what the account gains and what it loses. */
export function WhatChanges({
  before,
  after,
}: {
  before: readonly string[];
  after: readonly string[];
}) {
  const { t, code } = useWords();
  const gained = after.filter((each) => !before.includes(each));
  const lost = before.filter((each) => !after.includes(each));
  const list = (codes: readonly string[]) =>
    codes.map((each) => code('permissions', each)).join('; ');
  return (
    <output className="stack">
      {gained.length > 0 && <span>{t('accounts.gains', { list: list(gained) })}</span>}
      {lost.length > 0 && <span>{t('accounts.loses', { list: list(lost) })}</span>}
    </output>
  );
}
