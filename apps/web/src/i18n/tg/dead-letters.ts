// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { deadLetters as english } from '../en/dead-letters.ts';
import type { Words } from '../words-type.ts';

export const deadLetters: Words<typeof english> = {
  state: 'Ҳолат',
  states: {
    open: 'Кушода',
    replayed: 'Аз нав коркард шуд',
    'set-aside': 'Канор гузошта шуд',
    all: 'Ҳама',
  },
  emptyTitle: 'Рӯйдоди коркарднашуда нест',
  empty: 'Ҳамаи рӯйдодҳо коркард шуданд. Агар яке нашавад, бо сабабаш дар ин ҷо пайдо мешавад.',
  failed: 'Нашуд',
  key: 'Калид',
  waiting: 'Дар қафояш интизоранд',
  attempts: 'Кӯшишҳо',
  failedAgain: 'Боз нашуд',
  replay: {
    title: 'Аз нав коркард кардан',
    explains:
      'Рӯйдод ҳозир коркард мешавад; агар шавад, рӯйдодҳои баъдинаи калидаш бо навбат идома меёбанд.',
    submit: 'Аз нав коркард кардан',
  },
  'set-aside': {
    title: 'Канор гузоштан',
    explains: 'Рӯйдод барои ҳамеша канор мемонад, рӯйдодҳои баъдинаи калидаш бе он идома меёбанд.',
    submit: 'Барои ҳамеша канор гузоштан',
  },
};
