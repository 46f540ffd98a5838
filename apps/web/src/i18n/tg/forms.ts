// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { forms as english } from '../en/forms.ts';
import type { Words } from '../words-type.ts';

export const forms: Words<typeof english> = {
  blueprints: 'Нақшаҳои имтиҳон',
  blueprint: 'Нақшаи имтиҳон',
  newBlueprint: 'Нақшаи нав',
  forms: 'Вариантҳо',
  form: 'Вариант',
  name: 'Ном',
  items: 'Саволҳо',
  rows: 'Вариант аз чӣ иборат аст',
  count: 'Саволҳо',
  total: 'Ҳамагӣ саволҳо: {{count}}',
  removeRow: 'Бардоштани сатри {{row}}',
  anyDemand: 'ҳар гуна',
  evidences: 'Имтиҳон аз рӯи он чиро тасдиқ мекунад',
  author: 'Кӣ тартиб дод',
  itsForms: 'Вариантҳои он',
  assembled: 'Тартиб дода шуд',
  assembledBy: 'Кӣ тартиб дод',
  seed: 'Адади ибтидоӣ',
  seedHint:
    'Холӣ гузоред, тасодуфӣ интихоб мешавад. Ҳамон адад бо ҳамон бонк ҳамон вариантро медиҳад.',
  noBlueprintTitle: 'Ҳанӯз нақша нест',
  noBlueprint:
    'Нақша мегӯяд, ки вариант аз чанд саволи кадом салоҳият, сатҳ ва вазифаи фикрӣ иборат аст.',
  noFormTitle: 'Дар ин ҷо вариант нест',
  noForm: 'Вариант дар саҳифаи нақшаи нашршуда тартиб дода мешавад.',
  publishBlueprint: {
    title: 'Нашри нақша',
    explains: 'Баъд он тағйир намеёбад ва аз рӯи он вариант тартиб додан мумкин аст.',
    submit: 'Нашри ин нақша',
  },
  assemble: {
    title: 'Тартиб додани вариант',
    explains:
      'Саволҳои мувофиқи нашршуда интихоб мешаванд, аввал камтар истифодашуда. Он чи дар бонк намерасад, сатр ба сатр гуфта мешавад.',
    submit: 'Тартиб додан',
  },
  publish: {
    title: 'Нашри вариант',
    explains: 'Он бо ҳамин нусхаҳои саволҳо собит мемонад ва ба гузаронидани имтиҳон дода мешавад.',
    submit: 'Нашри ин вариант',
  },
};
