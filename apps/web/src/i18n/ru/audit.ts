import type { audit as english } from '../en/audit.ts';
import type { Words } from '../words-type.ts';

export const audit: Words<typeof english> = {
  service: 'Журнал',
  act: 'Действие',
  subject: 'Идентификатор предмета',
  from: 'С',
  to: 'По',
  check: 'Проверить всю цепочку',
  whole: 'Цепочка цела, строк: {{rows}}.',
  broken: 'Цепочка прерывается на строке {{row}}.',
  emptyTitle: 'Действий не найдено',
  empty:
    'Каждое властное действие записывается сюда в момент совершения. Возможно, отбор слишком узок.',
};
