// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { practitioners as english } from '../en/practitioners.ts';
import type { Words } from '../words-type.ts';

export const practitioners: Words<typeof english> = {
  search: 'Калимаҳои ном',
  name: 'Ном',
  roles: 'Вазифаҳо',
  id: 'Рақами шахс',
  nowhere: 'ҳоло дар ягон идора хизмат намекунад',
  csv: 'Ҳамаи одамони ин интихоб дар CSV',
  csvHint:
    'Файл бо рақами шахс оғоз меёбад: сатрҳои номнависшавандагонро монед, ва он чун рӯйхати нишаст хизмат мекунад.',
  emptyTitle: 'Мутахассис ёфт нашуд',
  empty:
    'Касоне, ки мақоми сертификатсия сабт мекунад, дар ин ҷо пайдо мешаванд; шояд интихоб хеле танг бошад.',
};
