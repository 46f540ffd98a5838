import type { result as english } from '../en/result.ts';
import type { Words } from '../words-type.ts';

export const result: Words<typeof english> = {
  passed: 'Вы достигли уровня',
  failed: 'В этот раз уровень не достигнут',
  kicker: 'Результат',
  score: 'Баллы',
  scoreText: '{{score}} из {{max}}; требовалось {{cut}}',
  decided: 'Решение принято',
  nextTry: 'Следующая попытка возможна с {{date}}.',
  learn: 'Что изучить',
  learnText: 'Вот чего требует этот уровень.',
  afterwards: 'Что будет дальше',
  certificate: 'Если из этого следует сертификат, он через несколько секунд появится среди ваших.',
  toCertificates: 'К моим сертификатам',
  toHome: 'Где вы стоите',
  notYetTitle: 'Результата здесь ещё нет',
  notYet: 'Он появится, когда решение будет принято и объявлено.',
  certificates: 'Мои сертификаты',
  certificatesLead: 'Каждый может проверить тот, кому вы дадите его код или файл.',
  emptyTitle: 'У вас ещё нет сертификата',
  empty: 'Когда вы достигнете того, что требует схема сертификации, сертификат появится здесь.',
  dates: 'Выдан {{issued}}, действует по {{expires}}',
  code: 'Код',
  pdf: 'Скачать PDF',
  bundle: 'Скачать файл',
  verify: 'Посмотреть проверку',
};
