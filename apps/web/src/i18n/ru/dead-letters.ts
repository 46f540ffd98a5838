import type { deadLetters as english } from '../en/dead-letters.ts';
import type { Words } from '../words-type.ts';

export const deadLetters: Words<typeof english> = {
  state: 'Состояние',
  states: { open: 'Открыто', replayed: 'Обработано повторно', 'set-aside': 'Отложено', all: 'Все' },
  emptyTitle: 'Необработанных событий нет',
  empty: 'Все события обработаны. Если какое-то не удастся, оно появится здесь с причиной.',
  failed: 'Сбой',
  key: 'Ключ',
  waiting: 'Ждут за ним',
  attempts: 'Попыток',
  failedAgain: 'Снова не удалось',
  replay: {
    title: 'Обработать снова',
    explains:
      'Событие будет обработано сейчас; если получится, следующие события его ключа пойдут по порядку.',
    submit: 'Обработать снова',
  },
  'set-aside': {
    title: 'Отложить',
    explains:
      'Событие останется в стороне навсегда, а следующие события его ключа пойдут без него.',
    submit: 'Отложить навсегда',
  },
};
