import { contract } from '../contract.ts';
import {
  evidenceKind,
  instant,
  integer,
  list,
  object,
  positive,
  string,
  uuid,
  words,
} from '../json-schema.ts';

export const frameworkPublished = contract({
  name: 'framework.published',
  topic: 'framework',
  summary: 'A version of a framework was published; it does not change any more.',
  data: object({
    frameworkId: uuid,
    code: string,
    version: positive,
    title: words,
    publishedAt: instant,
    levels: list(
      object({
        level: positive,
        code: string,
        title: words,
        descriptor: words,
        evidence: list(evidenceKind),
        validityMonths: positive,
      }),
    ),
    competencies: list(
      object({
        competencyId: uuid,
        code: string,
        title: words,
        group: string,
        descriptors: list(object({ level: positive, text: words })),
      }),
    ),
    roles: list(object({ roleId: uuid, code: string, title: words })),
    requirements: list(object({ roleId: uuid, competencyId: uuid, level: integer })),
    equivalentTo: list(object({ competencyId: uuid, level: positive, version: positive })),
  }),
  example: {
    key: '6f1c2b1e-6a0e-4f6e-9c39-3f6b0f6f2a10',
    version: 1,
    data: {
      frameworkId: '6f1c2b1e-6a0e-4f6e-9c39-3f6b0f6f2a10',
      code: 'DF',
      version: 1,
      title: {
        en: 'Digital forensics',
        ru: 'Цифровая криминалистика',
        tg: 'Криминалистикаи рақамӣ',
      },
      publishedAt: '2026-11-24T08:00:00.000Z',
      levels: [
        {
          level: 1,
          code: 'L1',
          title: { en: 'Awareness', ru: 'Осведомлённость', tg: 'Огоҳӣ' },
          descriptor: { en: 'Recognises evidence.', ru: 'Узнаёт улики.', tg: 'Далелро мешиносад.' },
          evidence: ['exam', 'course'],
          validityMonths: 36,
        },
      ],
      competencies: [
        {
          competencyId: '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11',
          code: 'EV3',
          title: { en: 'Imaging', ru: 'Снятие образа', tg: 'Нусхабардорӣ' },
          group: 'EV',
          descriptors: [
            {
              level: 1,
              text: {
                en: 'Protects a device.',
                ru: 'Бережёт устройство.',
                tg: 'Дастгоҳро ҳифз мекунад.',
              },
            },
          ],
        },
      ],
      roles: [
        {
          roleId: '2b4f0f3e-8f39-4b7e-b3a9-7c1f6f0d5a12',
          code: 'FR',
          title: { en: 'First responder', ru: 'Первый на месте', tg: 'Нахустин расанда' },
        },
      ],
      requirements: [
        {
          roleId: '2b4f0f3e-8f39-4b7e-b3a9-7c1f6f0d5a12',
          competencyId: '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11',
          level: 1,
        },
      ],
      equivalentTo: [],
    },
  },
});
