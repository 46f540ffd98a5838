// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { frameworks as english } from '../en/frameworks.ts';
import type { Words } from '../words-type.ts';

export const frameworks: Words<typeof english> = {
  title: 'Чаҳорчӯбаҳои салоҳият',
  lead: 'Чаҳорчӯба мегӯяд, ки мутахассисон аз рӯи вазифа ва сатҳ чиро бояд тавонанд. Нусхаи нашршуда ҳеҷ гоҳ тағйир намеёбад.',
  emptyTitle: 'Ҳанӯз чаҳорчӯбае нашр нашудааст',
  empty: 'Ҳамин ки мақоми сертификатсия онро нашр кунад, он дар ин ҷо пайдо мешавад.',
  version: 'Нусхаи {{version}}, нашр шуд {{date}}',
  levels: 'Сатҳҳо',
  level: 'Сатҳ',
  means: 'Маънои он',
  evidence: 'Бо чӣ тасдиқ мешавад',
  validity: 'Муҳлати эътибор',
  months: '{{months}} моҳ',
  allOf: 'ҳамаи инҳо: {{kinds}}',
  anyOf: 'яке аз инҳо: {{kinds}}',
  kinds: {
    exam: 'имтиҳон',
    practical: 'кори амалӣ',
    portfolio: 'маҷмӯаи корҳо',
    panel: 'ҳайати коршиносон',
    course: 'курс',
  },
  competencies: 'Салоҳиятҳо',
  competency: 'Салоҳият',
  roles: 'Ҳар вазифа чиро талаб мекунад',
  rolesHint: 'Рақам сатҳи зарурӣ аст; нуқта маънои онро дорад, ки вазифа онро талаб намекунад.',
  notRequired: 'зарур нест',
  requiredBy: 'Кӣ онро талаб мекунад',
  role: 'Вазифа',
  requiredLevel: 'Сатҳи зарурӣ',
  nobody: 'Ягон вазифа ин салоҳиятро талаб намекунад.',
  of: 'Салоҳияти чаҳорчӯбаи «{{framework}}», нусхаи {{version}}',
  descriptors: 'Ҳар сатҳ дар ин ҷо чӣ маъно дорад',
  address: 'Шаҳодатномаҳо ба ин нишонӣ ишора мекунанд',
};
