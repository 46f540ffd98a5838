// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { agencies as english } from '../en/agencies.ts';
import type { Words } from '../words-type.ts';

export const agencies: Words<typeof english> = {
  emptyTitle: 'Ҳанӯз идора нест',
  empty:
    'Мутахассис дар идора хизмат мекунад ва идора дар минтақа аст: аввал минтақаро илова кунед.',
  regionsEmptyTitle: 'Ҳанӯз минтақа нест',
  regionsEmpty: 'Минтақаҳои кишварро дар ин ҷо корманди сатҳи миллӣ илова мекунад.',
  code: 'Рамз',
  codeHint: 'Ҳарфҳои лотинӣ, рақамҳо ва . _ - , то 40; он ҳеҷ гоҳ тағйир намеёбад.',
  kind: 'Навъ',
  kinds: {
    police: 'полис',
    'forensic-laboratory': 'озмоишгоҳи экспертӣ',
    prosecution: 'прокуратура',
    court: 'суд',
    supervision: 'назорат',
    academy: 'академия',
    other: 'дигар',
  },
  title: 'Ном',
  titleHint: 'Ба ҳар се забон, чунон ки дар саҳифаи кишвар навишта мешавад.',
  regions: 'Минтақаҳо',
  people: 'Одамони он',
  whole:
    'Идора ё минтақа чунон мемонад, ки илова шудааст. Пеш аз илова рамз ва номҳоро боз як бор бинед.',
  addAgency: {
    title: 'Иловаи идора',
    submit: 'Илова кардани ин идора',
    done: 'Идора илова шуд. Дар он одамонро сабт кардан мумкин аст.',
  },
  addRegion: {
    title: 'Иловаи минтақа',
    submit: 'Илова кардани ин минтақа',
    done: 'Минтақа илова шуд. Дар он идораҳоро илова кардан мумкин аст.',
  },
};
