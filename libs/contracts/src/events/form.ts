import { contract } from '../contract.ts';
import {
  base64,
  digest,
  hand,
  instant,
  language,
  list,
  number,
  object,
  oneOf,
  optional,
  integer,
  positive,
  uuid,
  words,
} from '../json-schema.ts';

const itemDigest = 'sha256-2jmj7l5rSw0yVb_vlWAYkK_YBwk2PRr8Y4DZ3gN8h4A';

const author = { account: 'e1f2a3b4-c5d6-4e7f-8a91-0b1c2d3e4f33', person: null };
const reviewer = { account: 'e1f2a3b4-c5d6-4e7f-8a91-0b1c2d3e4f34', person: null };
const publisher = { account: 'e1f2a3b4-c5d6-4e7f-8a91-0b1c2d3e4f35', person: null };

// Content and scoring travel sealed; only question-bank and exam-delivery hold the key.
export const formItemPublished = contract({
  name: 'form.item-published',
  topic: 'form',
  summary:
    'One item version of a form, sealed, and whose hands it went through; the manifest follows.',
  data: object({
    formId: uuid,
    position: integer,
    itemId: uuid,
    itemVersion: positive,
    digest,
    sealed: object({ iv: base64, tag: base64, ciphertext: base64 }),
    hands: optional(
      object({
        authors: list(hand),
        reviews: list(object({ by: hand, at: instant, verdict: oneOf('approve', 'return') })),
        publishedBy: hand,
        publishedAt: instant,
      }),
    ),
  }),
  example: {
    key: 'f0e1d2c3-b4a5-4968-8776-655443322140',
    version: 1,
    data: {
      formId: 'f0e1d2c3-b4a5-4968-8776-655443322140',
      position: 1,
      itemId: 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c41',
      itemVersion: 2,
      digest: itemDigest,
      sealed: { iv: 'AAECAwQFBgcICQoL', tag: 'AAECAwQFBgcICQoLDA0ODw==', ciphertext: 'c2VhbGVk' },
      hands: {
        authors: [author],
        reviews: [{ by: reviewer, at: '2026-11-20T10:00:00.000Z', verdict: 'approve' }],
        publishedBy: publisher,
        publishedAt: '2026-11-21T10:00:00.000Z',
      },
    },
  },
});

export const formPublished = contract({
  name: 'form.published',
  topic: 'form',
  summary: 'The manifest of a form: usable when every item of it has come.',
  data: object({
    formId: uuid,
    blueprintId: uuid,
    title: words,
    frameworkId: uuid,
    frameworkVersion: positive,
    competencyId: uuid,
    level: positive,
    languages: list(language),
    maxScore: number,
    items: list(object({ position: integer, itemId: uuid, itemVersion: positive, digest })),
    publishedAt: instant,
    assembledBy: optional(hand),
    assembledAt: optional(instant),
    publishedBy: optional(hand),
  }),
  example: {
    key: 'f0e1d2c3-b4a5-4968-8776-655443322140',
    version: 1,
    data: {
      formId: 'f0e1d2c3-b4a5-4968-8776-655443322140',
      blueprintId: 'b1c2d3e4-f5a6-4b7c-8d9e-0f1a2b3c4d42',
      title: {
        en: 'Imaging, level 1',
        ru: 'Снятие образа, уровень 1',
        tg: 'Нусхабардорӣ, сатҳи 1',
      },
      frameworkId: '6f1c2b1e-6a0e-4f6e-9c39-3f6b0f6f2a10',
      frameworkVersion: 1,
      competencyId: '0b8b8c1e-53a9-4c39-8a2f-9f4f4b1c9b11',
      level: 1,
      languages: ['en', 'ru', 'tg'],
      maxScore: 1,
      items: [
        {
          position: 1,
          itemId: 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c41',
          itemVersion: 2,
          digest: itemDigest,
        },
      ],
      publishedAt: '2026-11-24T08:10:00.000Z',
      assembledBy: author,
      assembledAt: '2026-11-23T08:10:00.000Z',
      publishedBy: publisher,
    },
  },
});
