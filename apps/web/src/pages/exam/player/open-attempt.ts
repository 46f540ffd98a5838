// Puts a running attempt together from what this computer keeps and what the server says.
import { attemptCalls, type AttemptState } from '../../../api/attempt.ts';
import { Refusal } from '../../../api/problem.ts';
import { AttemptSaving } from '../journal/attempt-saving.ts';
import { rebase, type Entry } from '../journal/journal.ts';
import { journalStore, type KeptAttempt } from '../journal/journal-store.ts';
import { faultsOf } from '../journal/refused.ts';
import type { Sent } from '../journal/saving.ts';
import { digestOf, openPackage } from '../package/open-package.ts';
import type { RunningExam } from './running-exam.ts';
import { ServerClock } from './server-clock.ts';

export type Opened =
  | { outcome: 'running'; attemptId: string; exam: RunningExam }
  | { outcome: 'none' | 'locked' | 'void' }
  | { outcome: 'ended'; attemptId: string };

export async function openAttempt(sittingId: string): Promise<Opened> {
  const kept = await journalStore.attemptOf(sittingId);
  if (!kept) return { outcome: 'none' };
  if (kept.receipt) return { outcome: 'ended', attemptId: kept.attemptId };
  const state = await attemptCalls.state(kept).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'network') return null;
    if (error instanceof Refusal && error.kind === 'server') return null;
    throw error;
  });
  if (state?.state === 'void') return { outcome: 'void' };
  if (state && !['in-progress', 'closing'].includes(state.state)) {
    await journalStore.change(kept.attemptId, { receipt: state.receipt });
    return { outcome: 'ended', attemptId: kept.attemptId };
  }
  const bytes = await packageBytes(kept.packageDigest);
  try {
    const content = await openPackage(bytes, kept.packageKey, sittingId, kept.formId);
    const clock = new ServerClock(state ? Date.parse(state.serverTime) : Date.now() + kept.offset);
    const saving = await openSaving(kept, state, clock);
    const exam: RunningExam = {
      ...content,
      practice: false,
      items: content.items.toSorted((a, b) => a.position - b.position),
      languageSwitch: kept.languageSwitch,
      language: state?.language ?? kept.language,
      choiceOrder: kept.choiceOrder,
      deadline: Date.parse(state?.deadline ?? kept.deadline),
      clock,
      saving,
      askTime: async () => clock.learn((await attemptCalls.state(kept)).serverTime),
      submit: () => submit(kept, saving),
    };
    return { outcome: 'running', attemptId: kept.attemptId, exam };
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return { outcome: 'locked' };
    throw error;
  }
}

/** From this computer, else from the server; never other bytes than the start named. */
export async function packageBytes(digest: string): Promise<ArrayBuffer> {
  const kept = await journalStore.package(digest).catch(() => undefined);
  if (kept) return kept.bytes;
  const bytes = await attemptCalls.package(digest);
  if ((await digestOf(bytes)) !== digest) throw new Refusal('server');
  await journalStore.keepPackage(digest, bytes);
  return bytes;
}

async function openSaving(
  kept: KeptAttempt,
  state: AttemptState | null,
  clock: ServerClock,
): Promise<AttemptSaving> {
  const server = state ?? kept.server;
  const pending = (await journalStore.pending(kept.attemptId)).filter(
    (entry) => state === null || !known(entry, state),
  );
  const journal = rebase({ acknowledged: server.acknowledged, pending }, server);
  const saving = new AttemptSaving(
    {
      send: (entries) => send(kept, entries, clock),
      readState: () => attemptCalls.state(kept),
      append: (entry) => journalStore.append(kept.attemptId, entry),
      replace: (left, now, refused) => journalStore.replace(kept.attemptId, left, now, refused),
      supersede: (item) => journalStore.supersede(kept.attemptId, item),
      now: () => new Date(clock.now()),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    {
      journal,
      server,
      refused: await journalStore.refused(kept.attemptId),
      link: state ? 'idle' : 'unreachable',
      stored: true,
      savedAt: state && state.acknowledged > 0 ? lastSaved(state) : null,
    },
  );
  if (journal.pending.length > 0) saving.push();
  return saving;
}

/** An entry that had arrived although its answer had not. */
function known(entry: Entry, state: AttemptState): boolean {
  if (entry.seq > state.acknowledged || entry.item === null) return false;
  const there = state.answers[entry.item];
  if (entry.kind !== 'response') return true;
  return JSON.stringify(there?.response ?? null) === JSON.stringify(entry.response);
}

function lastSaved(state: AttemptState): number {
  const times = Object.values(state.answers).map((answer) => Date.parse(answer.savedAt));
  return times.length > 0 ? Math.max(...times) : Date.parse(state.serverTime);
}

async function send(
  kept: KeptAttempt,
  entries: readonly Entry[],
  clock: ServerClock,
): Promise<Sent> {
  try {
    const { acknowledged, serverTime, late } = await attemptCalls.journal(kept, entries);
    clock.learn(serverTime);
    if (late && late.length > 0) return { outcome: 'closed' };
    return { outcome: 'acknowledged', seq: acknowledged, at: Date.parse(serverTime) };
  } catch (error) {
    if (!(error instanceof Refusal)) return { outcome: 'unreachable' };
    if (error.reason === 'attempt-void' || error.reason === 'attempt-closed')
      return { outcome: 'closed' };
    if (error.kind === 'conflict') return { outcome: 'conflict' };
    if (error.kind === 'unauthenticated' || error.kind === 'not-found') return { outcome: 'moved' };
    return refusedOr({ outcome: 'unreachable' }, error, entries);
  }
}

/** Only our own server's word about the content counts; anything else that says 400 is a fault on the way. */
function refusedOr(otherwise: Sent, { status, problem }: Refusal, entries: readonly Entry[]): Sent {
  const isOurs = problem?.type === 'urn:sanad:problem:invalid' || status === 413;
  if (!isOurs) return otherwise;
  const faults = faultsOf(problem?.errors ?? [], entries);
  return faults.about === 'numbers'
    ? { outcome: 'conflict' }
    : { outcome: 'refused', faults: faults.faults };
}

async function submit(kept: KeptAttempt, saving: AttemptSaving): Promise<void> {
  await saving.flush();
  const { journal, server } = saving.snapshot();
  const lastSeq = journal.pending.at(-1)?.seq ?? server.acknowledged;
  const receipt = await attemptCalls.submit(kept, lastSeq);
  await journalStore.change(kept.attemptId, { receipt }).catch(() => undefined);
}
