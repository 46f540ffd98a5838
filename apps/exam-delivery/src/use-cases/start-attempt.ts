// The start: assigns a stored form, draws the order of choices, releases the key of the package. It is one small
// request; the package itself was fetched before.

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '#libs/messaging';
import { Clock, legalDate, newId, Problem } from '#libs/service-kit';
import { Settings } from '../config.ts';
import type { Attempt } from '../domain/attempt/attempt.ts';
import { timesOf } from '../domain/attempt/attempt.ts';
import { deviceDigest, issueToken } from '../domain/attempt/attempt-token.ts';
import { drawChoiceOrder } from '../domain/attempt/choice-order.ts';
import { chooseForm } from '../domain/exam/choose-form.ts';
import type { Exam, Language } from '../domain/exam/exam.ts';
import { mayStart } from '../domain/exam/retakes.ts';
import { openAt } from '../domain/sitting/sitting.ts';
import type { Enrolment, Sitting } from '../domain/sitting/sitting.ts';
import { historyOf } from '../store/attempt-history.ts';
import { attemptTable, toAttempt } from '../store/attempt.table.ts';
import type { AttemptRow } from '../store/attempt.table.ts';
import { standingAttempt, startsInTurn } from '../store/attempts.ts';
import { examOfSitting } from '../store/sittings.ts';
import { enrolmentTable } from '../store/exam.table.ts';
import { anyDelivery, FormShelf } from '../store/form-shelf.ts';
import { appendRow } from '../store/journal-in-transaction.ts';
import { packageKey, packagesOf } from '../store/packages.ts';
import { formsOf, renewalOf } from '../store/read-copies.ts';
import { notFound, refusalProblem } from './refusal-problem.ts';

export type StartRequest = {
  key: string;
  language: Language;
  declaration: boolean;
  /** The secret of the candidate's device; the token then works on that device only. */
  device: string;
};

export type StartAnswer = {
  attemptId: string;
  resumed: boolean;
  formId: string;
  packageDigest: string;
  packageKey: string;
  choiceOrder: Attempt['choiceOrder'];
  language: Language;
  languageSwitch: boolean;
  startedAt: Date;
  deadline: Date;
  graceEnds: Date;
  token: string;
  serverTime: Date;
};

@Injectable()
export class StartAttempt {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly shelf: FormShelf,
  ) {}

  start(sittingId: string, practitionerId: string, request: StartRequest): Promise<StartAnswer> {
    const startKey = `${request.key}\n${bodyDigest(request)}`;
    return inTransaction(this.database, async (tx) => {
      const found = await examOfSitting(tx, sittingId);
      const enrolment = await tx.findOneBy(enrolmentTable, { sittingId, practitionerId });
      // Who is not enrolled does not learn that the sitting exists.
      if (found === undefined || enrolment === null) throw notFound();
      if (!request.declaration) throw refusalProblem('declaration-missing');
      if (!found.exam.rules.languages.includes(request.language))
        throw refusalProblem('language-not-offered');
      await startsInTurn(tx, practitionerId);
      const row = await standingAttempt(tx, sittingId, practitionerId);
      const attempt =
        row === null
          ? await this.begin(tx, found, enrolment, request.language, startKey)
          : this.resume(row, startKey);
      return this.answer(tx, found.exam, attempt, row !== null, request.device);
    });
  }

  private resume(row: AttemptRow, startKey: string): Attempt {
    const [key, digest] = row.startKey.split('\n');
    const [newKey, newDigest] = startKey.split('\n');
    if (key === newKey && digest !== newDigest)
      throw new Problem('conflict', {
        reason: 'idempotency-key-reused',
        detail: 'This Idempotency-Key was used for another request.',
      });
    const attempt = toAttempt(row);
    if (attempt.ended !== null || this.clock.now() > attempt.graceEnds)
      throw refusalProblem('attempt-closed');
    return attempt;
  }

  private async begin(
    tx: EntityManager,
    { sitting, exam }: { sitting: Sitting; exam: Exam },
    { practitionerId, extraMinutes }: Enrolment,
    language: Language,
    startKey: string,
  ): Promise<Attempt> {
    const now = this.clock.now();
    const window = openAt(sitting, now);
    if (window.outcome === 'refused') throw refusalProblem(window.reason);
    const dateOf = (at: Date) => legalDate(at, this.settings.zone);
    const history = await historyOf(tx, practitionerId, exam, dateOf);
    const renewal = await renewalOf(tx, exam);
    const verdict = mayStart(exam.rules.retakes, renewal, history.attempts, dateOf(now));
    if (verdict.outcome === 'refused')
      throw refusalProblem(verdict.reason, { nextDate: verdict.nextDate });
    const forms = await formsOf(tx, exam.formIds);
    const draw = formDraw(sitting.sittingId, practitionerId);
    const choice = chooseForm(forms, history.taken, draw);
    if (choice.outcome === 'refused')
      throw refusalProblem(choice.reason, { detail: choice.detail });
    const form = await this.shelf.form(choice.formId, tx);
    const address = (await packagesOf(tx, sitting.sittingId)).find(
      (one) => one.formId === choice.formId,
    );
    if (form === undefined || address === undefined) throw refusalProblem('form-unknown');
    const seed = randomBytes(32).toString('base64url');
    const { minutes, graceMinutes } = exam.rules;
    const attempt: Attempt = {
      attemptId: newId(),
      sittingId: sitting.sittingId,
      examId: exam.examId,
      practitionerId,
      formId: choice.formId,
      packageDigest: address.digest,
      language,
      seed,
      choiceOrder: drawChoiceOrder(form.items.map(anyDelivery), seed),
      startedAt: now,
      ...timesOf(now, minutes, extraMinutes, graceMinutes),
      ended: null,
      decidedAt: null,
      released: null,
      voided: null,
    };
    await tx.insert(attemptTable, { ...attempt, startKey, version: 1 });
    await appendRow(tx, attempt.attemptId, undefined, 'started', startFact(attempt), now);
    return attempt;
  }

  private async answer(
    tx: EntityManager,
    exam: Exam,
    attempt: Attempt,
    resumed: boolean,
    device: string,
  ): Promise<StartAnswer> {
    const { attemptId, sittingId, formId, graceEnds } = attempt;
    return {
      attemptId,
      resumed,
      formId,
      packageDigest: attempt.packageDigest,
      packageKey: await packageKey(tx, sittingId, formId, this.settings.sealKey),
      choiceOrder: attempt.choiceOrder,
      language: attempt.language,
      languageSwitch: exam.rules.languageSwitch,
      startedAt: attempt.startedAt,
      deadline: attempt.deadline,
      graceEnds,
      token: issueToken(this.settings.attemptTokenKey, {
        attemptId,
        expires: graceEnds,
        device: deviceDigest(device),
      }),
      serverTime: this.clock.now(),
    };
  }
}

const bodyDigest = ({ language, declaration }: StartRequest): string =>
  createHash('sha256').update(`${language} ${declaration}`).digest('hex');

/** The same candidate in the same sitting gets the same draw, so that the package can be fetched ahead. */
export const formDraw = (sittingId: string, practitionerId: string): number =>
  createHash('sha256').update(`${sittingId}\n${practitionerId}`).digest().readUInt32BE(0) / 2 ** 32;

const startFact = (attempt: Attempt): object => ({
  sittingId: attempt.sittingId,
  examId: attempt.examId,
  practitionerId: attempt.practitionerId,
  formId: attempt.formId,
  packageDigest: attempt.packageDigest,
  language: attempt.language,
  choiceOrder: attempt.choiceOrder,
  deadline: attempt.deadline.toISOString(),
  graceEnds: attempt.graceEnds.toISOString(),
  declaration: true,
});
