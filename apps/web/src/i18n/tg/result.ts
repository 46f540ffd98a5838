// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { result as english } from '../en/result.ts';
import type { Words } from '../words-type.ts';

export const result: Words<typeof english> = {
  passed: 'Шумо сатҳро ба даст овардед',
  failed: 'Ин дафъа сатҳ ба даст наомад',
  kicker: 'Натиҷа',
  score: 'Холҳо',
  scoreText: '{{score}} аз {{max}} хол; {{cut}} зарур буд',
  decided: 'Қарор қабул шуд',
  nextTry: 'Кӯшиши навбатӣ аз {{date}} мумкин аст.',
  learn: 'Чиро омӯхтан лозим',
  learnText: 'Ин сатҳ ҳаминро талаб мекунад.',
  afterwards: 'Баъд чӣ мешавад',
  certificate:
    'Агар аз ин шаҳодатнома барояд, он дар чанд сония дар байни шаҳодатномаҳои шумо пайдо мешавад.',
  toCertificates: 'Дидани шаҳодатномаҳои ман',
  toHome: 'Шумо дар куҷо ҳастед',
  notYetTitle: 'Дар ин ҷо ҳанӯз натиҷа нест',
  notYet: 'Он вақте пайдо мешавад, ки қарор қабул ва эълон шавад.',
  certificates: 'Шаҳодатномаҳои ман',
  certificatesLead: 'Ҳар касе, ки шумо рамз ё файлашро медиҳед, онро санҷида метавонад.',
  emptyTitle: 'Шумо ҳанӯз шаҳодатнома надоред',
  empty:
    'Вақте ки шумо он чиро, ки нақша талаб мекунад, ба даст меоред, шаҳодатнома дар ин ҷо пайдо мешавад.',
  dates: 'Дода шуд {{issued}}, эътибор дорад то {{expires}}',
  code: 'Рамз',
  pdf: 'Боргирии PDF',
  bundle: 'Боргирии файл',
  verify: 'Дидани санҷиш',
};
