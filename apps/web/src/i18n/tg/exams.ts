// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { exams as english } from '../en/exams.ts';
import type { Words } from '../words-type.ts';

export const exams: Words<typeof english> = {
  new: 'Имтиҳони нав',
  editTitle: 'Сиёҳнависи {{code}}',
  about: 'Дар бораи имтиҳон',
  title: 'Ном',
  code: 'Рамз',
  codeHint: 'Кӯтоҳ ва ягона, масалан EV3-2.',
  blueprint: 'Нақшаи имтиҳон',
  blueprintHint: 'Он мегӯяд, ки имтиҳон кадом салоҳият ва сатҳро тасдиқ мекунад.',
  forms: 'Вариантҳо',
  formLabel: '{{id}}, баллҳо: {{points}}, {{languages}}',
  noForms: 'Ин нақша ҳанӯз варианти нашршуда надорад.',
  rules: 'Қоидаҳо',
  minutes: 'Дақиқаҳо',
  grace: 'Дақиқаҳои иловагӣ барои расидан',
  graceHint: 'Ҷавобҳои нигоҳдошта баъд аз тамом шудани вақт боз чанд дақиқа расида метавонанд.',
  cutPoints: 'Чанд балл лозим аст',
  justificationHint: 'Усул ва таҳқиқ, масалан «Ангоффи тағйирёфта, нӯҳ коршинос, ду давр».',
  switch: 'Забонро дар вақти имтиҳон иваз кардан мумкин аст',
  release: 'Эълони натиҷаҳо',
  releases: { automatic: 'дарҳол, аз рӯи қоида', 'by-officer': 'аз ҷониби корманд' },
  retakes: 'Кӯшишҳои такрорӣ',
  waitDays: 'Рӯзҳои интизорӣ баъд аз ҳар нокомӣ',
  waitDaysHint: 'Баъд аз якум, дуюм, сеюм: 30, 60, 90. Охиринаш барои ҳамаи баъдинаҳост.',
  maxAttempts: 'Кӯшишҳо дар давра',
  windowMonths: 'Дарозии давра бо моҳҳо',
  retakesText: 'баъд аз {{days}} рӯз; на бештар аз {{attempts}} дар {{months}} моҳ',
  editors: 'Кӣ таҳрир кард',
  yes: 'ҳа',
  no: 'не',
  emptyTitle: 'Ҳанӯз имтиҳон нест',
  empty: 'Имтиҳон аз рӯи нақшаи нашршуда ва вариантҳои нашршудаи он сохта мешавад.',
  problems: {
    required: 'Ин майдонро пур кунед.',
    'not-a-number': 'Дар ин ҷо адад бояд бошад.',
    'no-form': 'Ақаллан як вариантро интихоб кунед.',
    'no-language': 'Ақаллан як забонро интихоб кунед.',
  },
  publish: {
    title: 'Нашр кардан',
    explains:
      'Имтиҳони нашршуда тағйир намеёбад: балли гузариш ё қоидаи дигар имтиҳони дигар аст. Аз он нишастҳо таъин кардан мумкин аст.',
    submit: 'Нашри ин имтиҳон',
  },
};
