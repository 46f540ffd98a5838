// Attempts of the bench: written by SQL, because starting thousands by people is another bench.
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import {
  deviceDigest,
  issueToken,
} from '../../../apps/exam-delivery/src/domain/attempt/attempt-token.ts';
import { compileItem, parseItem } from '#libs/qti';
import { chain } from '../../../apps/exam-delivery/src/domain/attempt/journal.ts';
import { sealContext } from '../../../apps/exam-delivery/src/store/item-content.ts';

export type BenchAttempt = {
  attemptId: string;
  token: string;
  itemId: string;
  /** Acknowledged and sent: number by number, what was saved. */
  saved: string[];
};

const device = 'bench';
const code = 'bench-saves';

export async function makeAttempts(
  client: pg.Client,
  options: { count: number; tokenKey: Buffer; sealKey: Buffer },
): Promise<BenchAttempt[]> {
  const [formId, itemId, examId, sittingId] = [0, 1, 2, 3].map(() => randomUUID());
  if (!formId || !itemId || !examId || !sittingId) throw new Error('ids');
  await removeAttempts(client);
  await writeForm(client, formId, itemId, options.sealKey);
  const now = new Date();
  const ends = new Date(now.getTime() + 12 * 3600_000);
  await client.query(
    `insert into exam values ($1, $2, '{}', null, array[$3]::uuid[], $4, 1, $4, 1,
       '{"languages":["en"]}', 'published', '[]', $5, $5, null, 1)`,
    [examId, code, formId, randomUUID(), now],
  );
  await client.query(`insert into sitting values ($1, $2, $3, null, $4, $5, 'bench', $4, 1)`, [
    sittingId,
    examId,
    JSON.stringify({ en: code }),
    now,
    ends,
  ]);
  const attempts = Array.from({ length: options.count }, () => {
    const attemptId = randomUUID();
    const token = { attemptId, expires: ends, device: deviceDigest(device) };
    return { attemptId, token: issueToken(options.tokenKey, token), itemId, saved: [] };
  });
  for (const { attemptId } of attempts)
    await writeStart(client, { attemptId, sittingId, examId, formId, now, ends });
  return attempts;
}

export const benchDevice = device;

type Start = {
  attemptId: string;
  sittingId: string;
  examId: string;
  formId: string;
  now: Date;
  ends: Date;
};

async function writeStart(client: pg.Client, start: Start): Promise<void> {
  const { attemptId, sittingId, examId, formId, now, ends } = start;
  await client.query(
    `insert into attempt (attempt_id, sitting_id, exam_id, practitioner_id, form_id, package_digest,
       language, seed, choice_order, started_at, deadline, grace_ends, start_key, version)
     values ($1, $2, $3, $4, $5, 'bench', 'en', 'bench', '{}', $6, $7, $7, 'bench', 1)`,
    [attemptId, sittingId, examId, randomUUID(), formId, now, ends],
  );
  const begun = { seq: 0, kind: 'started', item: null, body: '{}', claimedAt: now } as const;
  const [row] = chain(attemptId, null, [begun], now, '');
  await client.query(`insert into journal values ($1, 0, 'started', null, '{}', $2, $2, '', $3)`, [
    attemptId,
    now,
    row?.hash,
  ]);
}

/** One real item, as question-bank would seal it. */
function compiled(): object {
  const read = parseItem(
    `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
       identifier="bench" title="Bench" xml:lang="en" adaptive="false" time-dependent="false">
     <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
       <qti-correct-response><qti-value>A</qti-value></qti-correct-response>
     </qti-response-declaration>
     <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
     <qti-item-body>
       <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
         ${['A', 'B', 'C', 'D'].map((id) => `<qti-simple-choice identifier="${id}">${id}</qti-simple-choice>`).join('')}
       </qti-choice-interaction>
     </qti-item-body>
     <qti-response-processing
       template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
   </qti-assessment-item>`,
    'bench.xml',
  );
  if (!read.ok) throw new Error(`the item of the bench is not read: ${read.problems[0]?.message}`);
  const made = compileItem(read.item, {});
  if (!made.ok) throw new Error(`the item of the bench is not compiled`);
  const { delivery, scoring, maxScore, needsServer } = made;
  return { delivery, scoring, maxScore, needsServer };
}

async function writeForm(
  client: pg.Client,
  formId: string,
  itemId: string,
  sealKey: Buffer,
): Promise<void> {
  const content = compiled();
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
  cipher.setAAD(Buffer.from(sealContext({ formId, itemId, itemVersion: 1 })));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
  const sealed = {
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    ciphertext: ciphertext.toString('base64'),
  };
  await client.query(`insert into form_item_copy values ($1, 1, $2, 1, 'bench', $3)`, [
    formId,
    itemId,
    JSON.stringify(sealed),
  ]);
  await client.query(`insert into form_copy values ($1, $2, true, false)`, [
    formId,
    JSON.stringify({ formId, languages: ['en'], items: [] }),
  ]);
}

/** The only place where rows of the journal go: they are the bench's own and nobody's evidence. */
export async function removeAttempts(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query('alter table journal disable trigger journal_append_only');
  await client.query('alter table exam disable trigger exam_published');
  const mine = `select attempt_id from attempt where exam_id in (select exam_id from exam where code = '${code}')`;
  await client.query(`delete from journal where attempt_id in (${mine}) or kind = 'bench'`);
  await client.query(
    `delete from attempt where exam_id in (select exam_id from exam where code = '${code}')`,
  );
  await client.query(
    `delete from sitting where title ->> 'en' = '${code}' and created_by = 'bench'`,
  );
  await client.query(
    `delete from form_item_copy where form_id in (select unnest(form_ids) from exam where code = '${code}')`,
  );
  await client.query(
    `delete from form_copy where form_id in (select unnest(form_ids) from exam where code = '${code}')`,
  );
  await client.query(`delete from exam where code = '${code}'`);
  await client.query('alter table exam enable trigger exam_published');
  await client.query('alter table journal enable trigger journal_append_only');
  await client.query('commit');
}
