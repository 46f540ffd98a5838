import type { agencies as english } from '../en/agencies.ts';
import type { Words } from '../words-type.ts';

export const agencies: Words<typeof english> = {
  emptyTitle: 'Ведомств ещё нет',
  empty: 'Специалист служит в ведомстве, а ведомство находится в регионе: сначала добавьте регион.',
  regionsEmptyTitle: 'Регионов ещё нет',
  regionsEmpty: 'Регионы страны добавляет здесь сотрудник национального уровня.',
  code: 'Код',
  codeHint: 'Латинские буквы, цифры и . _ - , не больше 40; он никогда не меняется.',
  kind: 'Вид',
  kinds: {
    police: 'полиция',
    'forensic-laboratory': 'экспертная лаборатория',
    prosecution: 'прокуратура',
    court: 'суд',
    supervision: 'надзор',
    academy: 'академия',
    other: 'другое',
  },
  title: 'Название',
  titleHint: 'На всех трёх языках, как на странице страны.',
  regions: 'Регионы',
  people: 'Его люди',
  whole:
    'Ведомство или регион остаётся таким, каким добавлено. Перед добавлением ещё раз проверьте код и названия.',
  addAgency: {
    title: 'Добавить ведомство',
    submit: 'Добавить это ведомство',
    done: 'Ведомство добавлено. В нём можно регистрировать людей.',
  },
  addRegion: {
    title: 'Добавить регион',
    submit: 'Добавить этот регион',
    done: 'Регион добавлен. В нём можно добавлять ведомства.',
  },
};
