// What a reload or another device needs to go on: everything that was saved, and the key of the package.

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { stateOf } from '../domain/attempt/attempt.ts';
import type { Attempt, AttemptState } from '../domain/attempt/attempt.ts';
import { currentAnswers, currentFlags } from '../domain/attempt/journal.ts';
import type { Receipt } from '../domain/attempt/receipt.ts';
import type { Language } from '../domain/exam/exam.ts';
import { attemptTable, toAttempt } from '../store/attempt.table.ts';
import { examTable } from '../store/exam.table.ts';
import { journalOf } from '../store/journal-in-transaction.ts';
import { packageKey } from '../store/packages.ts';
import { notFound } from './refusal-problem.ts';

export type AttemptView = {
  attemptId: string;
  sittingId: string;
  examId: string;
  formId: string;
  state: AttemptState;
  language: Language;
  languageSwitch: boolean;
  packageDigest: string;
  /** Only while the attempt runs. */
  packageKey: string | null;
  choiceOrder: Attempt['choiceOrder'];
  startedAt: Date;
  deadline: Date;
  graceEnds: Date;
  serverTime: Date;
  acknowledged: number;
  answers: Record<string, { seq: number; response: unknown; savedAt: Date }>;
  flags: string[];
  receipt: Receipt | null;
};

@Injectable()
export class ReadAttempt {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async read(attemptId: string): Promise<AttemptView> {
    const { manager } = this.database;
    const row = await manager.findOneBy(attemptTable, { attemptId });
    if (row === null) throw notFound();
    const attempt = toAttempt(row);
    const now = this.clock.now();
    const state = stateOf(attempt, now);
    const exam = await manager.findOneByOrFail(examTable, { examId: attempt.examId });
    const journal = await journalOf(manager, attemptId);
    const entries = journal.filter((entry) => entry.seq > 0 && isCandidates(entry.kind));
    const runs = state === 'in-progress' || state === 'closing';
    const { sittingId, examId, formId, packageDigest, choiceOrder } = attempt;
    const { startedAt, deadline, graceEnds } = attempt;
    return {
      attemptId,
      sittingId,
      examId,
      formId,
      state: state === 'decided' ? 'submitted' : state,
      language: languageOf(entries, attempt.language),
      languageSwitch: exam.rules.languageSwitch,
      packageDigest,
      packageKey: runs ? await packageKey(manager, sittingId, formId, this.settings.sealKey) : null,
      choiceOrder,
      startedAt,
      deadline,
      graceEnds,
      serverTime: now,
      acknowledged: entries.at(-1)?.seq ?? 0,
      answers: Object.fromEntries(currentAnswers(journal)),
      flags: currentFlags(journal),
      receipt: row.receipt,
    };
  }
}

const isCandidates = (kind: string): boolean =>
  kind === 'response' || kind === 'flag' || kind === 'language' || kind === 'view';

function languageOf(entries: { kind: string; body: string }[], first: Language): Language {
  const switched = entries.findLast((entry) => entry.kind === 'language');
  const language = switched === undefined ? first : (JSON.parse(switched.body) as unknown);
  return language === 'en' || language === 'ru' || language === 'tg' ? language : first;
}
