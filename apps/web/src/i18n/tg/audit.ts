// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { audit as english } from '../en/audit.ts';
import type { Words } from '../words-type.ts';

export const audit: Words<typeof english> = {
  service: 'Дафтари',
  act: 'Амал',
  subject: 'Рақами мавзӯъ',
  from: 'Аз',
  to: 'То',
  check: 'Санҷидани тамоми занҷир',
  whole: 'Занҷир бутун аст, сатрҳо: {{rows}}.',
  broken: 'Занҷир дар сатри {{row}} канда мешавад.',
  emptyTitle: 'Амале ёфт нашуд',
  empty:
    'Ҳар амали мансабдор дар лаҳзаи иҷрояш дар ин ҷо сабт мешавад. Шояд интихоб хеле танг бошад.',
};
