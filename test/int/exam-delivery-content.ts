// A framework, agencies, practitioners and forms, sent to exam-delivery as the services concerned would send them.
import { randomUUID } from 'node:crypto';
import type { EventData } from '#libs/contracts';
import { seal } from '#libs/service-kit';
import { digestOfSealed } from '../../apps/exam-delivery/src/store/complete-form.ts';
import { sealContext } from '../../apps/exam-delivery/src/store/item-content.ts';
import { eventually } from '../engines/eventually.ts';
import { compiledItem } from './exam-delivery-items.ts';
import { SEAL_KEY } from './exam-delivery-service.ts';
import type { ExamDeliveryUnderTest } from './exam-delivery-service.ts';

export const words = (text: string) => ({ en: text, ru: `${text} (ru)`, tg: `${text} (тҷ)` });

const sealKey = Buffer.from(SEAL_KEY, 'hex');

export type World = {
  frameworkId: string;
  competencyId: string;
  agencies: { north: string; south: string };
};

export async function furnish(service: ExamDeliveryUnderTest): Promise<World> {
  const world: World = {
    frameworkId: randomUUID(),
    competencyId: randomUUID(),
    agencies: { north: randomUUID(), south: randomUUID() },
  };
  const { frameworkId, competencyId } = world;
  const data: EventData<'framework.published'> = {
    frameworkId,
    code: 'DF',
    version: 1,
    title: words('Digital forensics'),
    publishedAt: '2026-11-24T08:00:00.000Z',
    levels: [
      {
        level: 1,
        code: 'L1',
        title: words('Awareness'),
        descriptor: words('Recognises evidence.'),
        evidence: ['exam'],
        validityMonths: 36,
      },
      {
        level: 4,
        code: 'L4',
        title: words('Expert'),
        descriptor: words('Reviews others.'),
        evidence: ['panel'],
        validityMonths: 24,
      },
    ],
    competencies: [
      {
        competencyId,
        code: 'EV3',
        title: words('Preserve'),
        group: 'EV',
        descriptors: [{ level: 1, text: words('Keeps the chain of custody.') }],
      },
    ],
    roles: [],
    requirements: [],
    equivalentTo: [],
  };
  const at = new Date();
  await service.send('framework.published', { key: frameworkId, version: 1, at, data });
  await eventually(async () => {
    const rows = await service.database.query<unknown[]>(
      'select from framework_copy where framework_id = $1',
      [frameworkId],
    );
    return rows.length > 0 ? true : undefined;
  });
  return world;
}

export async function practitioner(
  service: ExamDeliveryUnderTest,
  agencyId: string,
): Promise<string> {
  const practitionerId = randomUUID();
  const data = { practitionerId, agencyId, region: 'sughd', roleIds: [], active: true };
  await service.send('affiliation.changed', {
    key: practitionerId,
    version: 1,
    at: new Date(),
    data,
  });
  await eventually(async () => {
    const rows = await service.database.query<unknown[]>(
      'select from affiliation_copy where practitioner_id = $1',
      [practitionerId],
    );
    return rows.length > 0 ? true : undefined;
  });
  return practitionerId;
}

export type Form = { formId: string; blueprintId: string; itemIds: string[] };

/** Who wrote, reviewed and published each item, and assembled and published the form. */
export const hands = {
  author: { account: 'author', person: randomUUID() },
  reviewer: { account: 'reviewer', person: null },
  publisher: { account: 'publisher', person: randomUUID() },
};
const ofItem = {
  authors: [hands.author],
  reviews: [
    { by: hands.reviewer, at: '2026-11-20T10:00:00.000Z', verdict: 'return' as const },
    { by: hands.reviewer, at: '2026-11-21T10:00:00.000Z', verdict: 'approve' as const },
  ],
  publishedBy: hands.publisher,
  publishedAt: '2026-11-22T10:00:00.000Z',
};
const ofForm = {
  assembledBy: hands.author,
  assembledAt: '2026-11-23T10:00:00.000Z',
  publishedBy: hands.publisher,
};

/**
 * Items whose right choice is B; with `text`, the last is a short text. `shared` are items of another form;
 * `untold`: published before the bank told whose hands they went through.
 */
export async function publishForm(
  service: ExamDeliveryUnderTest,
  world: World,
  options: {
    items?: number;
    blueprintId?: string;
    shared?: string[];
    level?: number;
    text?: boolean;
    untold?: boolean;
  } = {},
): Promise<Form> {
  const formId = randomUUID();
  const blueprintId = options.blueprintId ?? randomUUID();
  const fresh = Array.from({ length: (options.items ?? 3) - (options.shared?.length ?? 0) }, () =>
    randomUUID(),
  );
  const itemIds = [...(options.shared ?? []), ...fresh];
  const at = new Date();
  const items = itemIds.map((itemId, index) => {
    const place = { formId, itemId, itemVersion: 1 };
    const isText = options.text === true && index === itemIds.length - 1;
    const text = JSON.stringify(compiledItem(itemId, isText ? 'text-entry' : 'choice'));
    const sealed = seal(sealKey, text, sealContext(place));
    return { ...place, position: index + 1, digest: digestOfSealed(sealed), sealed };
  });
  for (const data of items)
    await service.send('form.item-published', {
      key: formId,
      version: data.position,
      at,
      data: options.untold ? data : { ...data, hands: ofItem },
    });
  const manifest: EventData<'form.published'> = {
    formId,
    blueprintId,
    title: words('Form'),
    frameworkId: world.frameworkId,
    frameworkVersion: 1,
    competencyId: world.competencyId,
    level: options.level ?? 1,
    languages: ['en', 'ru', 'tg'],
    maxScore: items.length,
    items: items.map(({ position, itemId, itemVersion, digest }) => ({
      position,
      itemId,
      itemVersion,
      digest,
    })),
    publishedAt: at.toISOString(),
    ...(options.untold ? {} : ofForm),
  };
  await service.send('form.published', {
    key: formId,
    version: items.length + 1,
    at,
    data: manifest,
  });
  await eventually(async () => {
    const rows = await service.database.query<unknown[]>(
      'select from form_copy where form_id = $1 and complete',
      [formId],
    );
    return rows.length > 0 ? true : undefined;
  });
  return { formId, blueprintId, itemIds };
}
