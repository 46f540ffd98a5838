import type { practitioners as english } from '../en/practitioners.ts';
import type { Words } from '../words-type.ts';

export const practitioners: Words<typeof english> = {
  search: 'Слова имени',
  name: 'Имя',
  roles: 'Роли',
  id: 'Идентификатор',
  nowhere: 'сейчас не служит ни в одном ведомстве',
  csv: 'Все люди этого отбора в CSV',
  csvHint:
    'Файл начинается с идентификатора: оставьте строки тех, кого записываете, и он послужит списком для сессии.',
  emptyTitle: 'Специалисты не найдены',
  empty:
    'Здесь появляются те, кого регистрирует орган по сертификации; возможно, отбор слишком узок.',
};
