// Machine-drafted Tajik; to be read and mended by a native speaker.
import type { permissions as english } from '../en/permissions.ts';
import type { Words } from '../words-type.ts';

export const permissions: Words<typeof english> = {
  accounts: {
    manage: 'идоракунии ҳисобҳо',
  },
  practitioners: {
    read: 'дидани мутахассисон ва сатҳҳои онҳо',
    manage: 'сабт ва тағйири мутахассисон',
  },
  frameworks: {
    edit: 'таҳрири чаҳорчӯбаҳо',
    publish: 'нашри чаҳорчӯбаҳо',
  },
  attainments: {
    record: 'сабти дастовардҳо',
    withdraw: 'бозпас гирифтани дастовардҳо',
  },
  national: {
    read: 'дидани саҳифаи кишвар',
  },
  items: {
    write: 'навиштани саволҳо',
    review: 'тақризи саволҳо',
    publish: 'нашри саволҳо',
  },
  forms: {
    assemble: 'нақшагирӣ ва тартиби вариантҳо',
    publish: 'нашри нақшаҳо ва вариантҳо',
  },
  exams: {
    edit: 'таҳрири имтиҳонҳо',
    publish: 'нашри имтиҳонҳо',
    sit: 'супоридани имтиҳонҳо',
  },
  sittings: {
    manage: 'гузаронидани нишастҳо',
  },
  results: {
    decide: 'қарор ва ислоҳи натиҷаҳо',
    release: 'эълони натиҷаҳо',
  },
  attempts: {
    void: 'беэътибор донистани кӯшишҳо',
  },
  schemes: {
    edit: 'таҳрири тартибҳои сертификатсия',
    publish: 'нашри тартибҳои сертификатсия',
  },
  certificates: {
    read: 'дидани шаҳодатномаҳо',
    issue: 'додани шаҳодатномаҳо',
    suspend: 'боздоштан ва барқарор кардани шаҳодатномаҳо',
    withdraw: 'бозпас гирифтани шаҳодатномаҳо',
  },
  keys: {
    replace: 'иваз кардани калиди имзо',
  },
  cases: {
    read: 'хондани парвандаҳо',
  },
  scoring: {
    read: 'хондани калидҳои кӯшишҳои ҳалшуда',
  },
  audit: {
    read: 'хондани дафтари аудит',
  },
  deadletters: {
    manage: 'қарор дар бораи рӯйдодҳои коркарднашуда',
  },
  registry: {
    verify: 'санҷиши якбораи шаҳодатномаҳои зиёд',
  },
  system: {
    clock: 'ҷойивазкунии соат (танҳо барои озмоиш)',
  },
};
