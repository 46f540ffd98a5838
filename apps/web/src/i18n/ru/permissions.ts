import type { permissions as english } from '../en/permissions.ts';
import type { Words } from '../words-type.ts';

export const permissions: Words<typeof english> = {
  accounts: {
    manage: 'управлять учётными записями',
  },
  practitioners: {
    read: 'видеть специалистов и их уровни',
    manage: 'регистрировать и менять специалистов',
  },
  frameworks: {
    edit: 'править рамки',
    publish: 'публиковать рамки',
  },
  attainments: {
    record: 'записывать достижения',
    withdraw: 'отзывать достижения',
  },
  national: {
    read: 'видеть страницу страны',
  },
  items: {
    write: 'писать задания',
    review: 'рецензировать задания',
    publish: 'публиковать задания',
  },
  forms: {
    assemble: 'планировать и составлять варианты',
    publish: 'публиковать планы и варианты',
  },
  exams: {
    edit: 'править экзамены',
    publish: 'публиковать экзамены',
    sit: 'сдавать экзамены',
  },
  sittings: {
    manage: 'вести сессии',
  },
  results: {
    decide: 'решать и исправлять результаты',
    release: 'объявлять результаты',
  },
  attempts: {
    void: 'признавать попытки недействительными',
  },
  schemes: {
    edit: 'править схемы',
    publish: 'публиковать схемы',
  },
  certificates: {
    read: 'видеть сертификаты',
    issue: 'выдавать сертификаты',
    suspend: 'приостанавливать и восстанавливать сертификаты',
    withdraw: 'отзывать сертификаты',
  },
  keys: {
    replace: 'заменять ключ подписи',
  },
  cases: {
    read: 'читать дела',
  },
  scoring: {
    read: 'читать ключи решённых попыток',
  },
  audit: {
    read: 'читать журнал аудита',
  },
  deadletters: {
    manage: 'решать о необработанных событиях',
  },
  registry: {
    verify: 'проверять много сертификатов сразу',
  },
  system: {
    clock: 'сдвигать часы (только для пробы)',
  },
};
