import { apiOf, until, type Api } from '../../tools/demo/api.ts';
import type * as journey from '../../tools/demo/journey.ts';

/** What comes after the submission opens a case; answers its id. */
export async function lateEntry(
  origin: string,
  attempt: journey.Attempt,
  items: readonly journey.KnownItem[],
  chair: Api,
): Promise<string> {
  await apiOf(origin, undefined).post(
    `exam-delivery/attempts/${attempt.attemptId}/journal`,
    {
      entries: [
        {
          seq: items.length + 1,
          item: items[0]?.itemId,
          response: null,
          at: new Date().toISOString(),
        },
      ],
    },
    { authorization: `Attempt ${attempt.token}`, 'x-device': attempt.device },
  );
  return until('the case', 10_000, async () => {
    const { items: cases } = await chair.get<{ items: { caseId: string; attemptId: string }[] }>(
      'exam-delivery/cases?limit=500',
    );
    return cases.find(({ attemptId }) => attemptId === attempt.attemptId)?.caseId;
  });
}
