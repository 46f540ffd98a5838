import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { actOf, isTyping } from './shortcut-keys.ts';
import type { Player } from './use-player.ts';

export interface ShortcutsProps {
  player: Player;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
}

/** The keys, and their list. They can be switched off (WCAG 2.1.4). */
export function Shortcuts({ player, isOpen, onOpen }: ShortcutsProps) {
  const { t } = useWords();
  const [on, setOn] = useState(true);
  const latest = useRef({ player, on, isOpen, onOpen });
  useEffect(() => {
    latest.current = { player, on, isOpen, onOpen };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const now = latest.current;
      if (!now.on || now.isOpen || isTyping(event.target)) return;
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      perform(act, now.player, now.onOpen);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const keys = [
    { key: 'N', does: t('exam.keyNext') },
    { key: 'B', does: t('exam.keyBack') },
    { key: '1 – 9', does: t('exam.keyChoose') },
    { key: 'F', does: t('exam.keyFlag') },
    { key: 'R', does: t('exam.keyReview') },
    { key: '?', does: t('exam.keyHelp') },
  ];
  return (
    <Dialog title={t('exam.shortcuts')} isOpen={isOpen} onClose={() => onOpen(false)}>
      <p>{t('exam.shortcutsHint')}</p>
      <dl className="facts keys">
        {keys.map(({ key, does }) => (
          <div key={key} className="facts__pair">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        <span>{t('exam.keysOn')}</span>
      </label>
    </Dialog>
  );
}

function perform(
  act: ReturnType<typeof actOf> & object,
  player: Player,
  onHelp: (open: boolean) => void,
): void {
  switch (act.does) {
    case 'next':
      return player.view === 'question' ? player.go(player.index + 1) : undefined;
    case 'back':
      return player.view === 'review' ? player.go(player.index) : player.go(player.index - 1);
    case 'flag':
      return player.view === 'question' ? player.flag() : undefined;
    case 'review':
      return player.review();
    case 'help':
      return onHelp(true);
    case 'choose':
      // The same as a click, so that it is the same answer.
      document.querySelector<HTMLInputElement>(`[data-choice="${act.place}"]`)?.click();
  }
}
