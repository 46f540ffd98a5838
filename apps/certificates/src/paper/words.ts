// The certificate's own words. Russian and Tajik are translations of the English ones.
import type { Language } from '../domain/words.ts';

type PaperWords = {
  readonly certificate: string;
  readonly holds: string;
  readonly level: string;
  readonly issued: string;
  readonly expires: string;
  readonly scheme: string;
  readonly version: string;
  readonly number: string;
  readonly code: string;
  readonly check: string;
  readonly rosette: string;
};

export const PAPER_WORDS: Record<Language, PaperWords> = {
  en: {
    certificate: 'Certificate',
    holds: 'has attained, and is certified in',
    level: 'Level',
    issued: 'Issued',
    expires: 'Valid through',
    scheme: 'Scheme',
    version: 'version',
    number: 'Certificate number',
    code: 'Code',
    check: 'How this certificate stands today is told only by checking it:',
    rosette:
      'The rosette is drawn from the signed document. It lets you see that paper and record belong together; it proves nothing by itself.',
  },
  ru: {
    certificate: 'Сертификат',
    holds: 'подтвердил(а) владение и сертифицирован(а) по',
    level: 'Уровень',
    issued: 'Выдан',
    expires: 'Действителен по',
    scheme: 'Схема',
    version: 'версия',
    number: 'Номер сертификата',
    code: 'Код',
    check: 'Действует ли сертификат сегодня, покажет только проверка:',
    rosette:
      'Розетка построена по подписанному документу. Она позволяет увидеть, что бумага и запись относятся друг к другу; сама по себе она ничего не доказывает.',
  },
  tg: {
    certificate: 'Сертификат',
    holds: 'маҳорати худро исбот намуда, сертификатсия шудааст аз рӯи',
    level: 'Сатҳ',
    issued: 'Дода шуд',
    expires: 'Эътибор дорад то охири',
    scheme: 'Нақша',
    version: 'нусхаи',
    number: 'Рақами сертификат',
    code: 'Рамз',
    check: 'Ҳолати имрӯзаи сертификатро танҳо санҷиш нишон медиҳад:',
    rosette:
      'Гулнақш аз рӯи ҳуҷҷати имзошуда кашида шудааст. Он нишон медиҳад, ки қоғаз ва сабт ба ҳам тааллуқ доранд; худ ба худ чизеро исбот намекунад.',
  },
};

const MONTHS: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  tg: 'январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри'.split(
    ' ',
  ),
};

/** 23 November 2026. Not by Intl: its Tajik depends on what the machine's ICU has. */
export function dateInWords(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? ''} ${year}`;
}
