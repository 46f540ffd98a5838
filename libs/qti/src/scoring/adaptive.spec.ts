// Adaptive items (ASI, "Adaptive items"): several tries, end-attempt buttons, completionStatus.
import { describe, expect, it } from '@jest/globals';
import { itemFile } from '../../testing/interaction.ts';
import { choices, compiled, response, rules } from '../../testing/item-xml.ts';
import { feedbackAfter, score, type Scored, type Session } from '../index.ts';

const { scoring, needsServer } = compiled(itemFile('end-attempt'));

const attempt = (responses: Record<string, unknown>, before?: Scored): Scored & { ok: true } => {
  const session: Session = before?.ok
    ? { outcomes: before.outcomes, numAttempts: before.numAttempts }
    : {};
  const scored = score(scoring, responses, 'seed', session);
  if (!scored.ok) throw new Error('refused');
  return scored;
};

describe('an adaptive item', () => {
  it('needs the server, and says for what', () => {
    expect(needsServer).toEqual(['adaptive', 'end-attempt', 'feedback']);
  });

  it('is over only when its rules say so', () => {
    const right = attempt({ RESPONSE: 'B' });
    expect(right).toMatchObject({ score: 1, completed: true, numAttempts: 1 });
    const hint = attempt({ HINT: true });
    expect(hint).toMatchObject({ score: 0, completed: false });
    expect(hint.outcomes).toMatchObject({ completionStatus: 'incomplete', FEEDBACK: 'hint' });
  });

  it('goes on from the outcomes of the try before', () => {
    const hint = attempt({ HINT: true });
    const after = attempt({ RESPONSE: 'B' }, hint);
    expect(after).toMatchObject({ score: 0.5, completed: true });
    expect(after.outcomes['HINTED']).toBe(true);
  });

  it('does not count a try whose button says so (count-attempt="false")', () => {
    const hint = attempt({ HINT: true });
    expect(hint.numAttempts).toBe(0);
    expect(attempt({ RESPONSE: 'B' }, hint).numAttempts).toBe(1);
  });

  it('takes a button that was not pressed for false, not for NULL', () => {
    expect(attempt({ RESPONSE: 'A' })).toMatchObject({ score: 0, completed: true });
    expect(attempt({ RESPONSE: 'A', HINT: false })).toMatchObject({ score: 0, completed: true });
  });

  it('refuses what the candidate sends for an outcome', () => {
    const scored = score(scoring, { RESPONSE: 'B', HINTED: false }, 'seed');
    expect(scored.ok ? [] : scored.refusals.map(({ code }) => code)).toEqual(['unknown-variable']);
  });

  it('takes of the try before only what the item declares, in its type', () => {
    const forged = score(scoring, { RESPONSE: 'B' }, 'seed', {
      outcomes: { HINTED: 'no', EXTRA: 1, SCORE: 'many' },
    });
    expect(forged.ok && forged.outcomes).toEqual({
      SCORE: 1,
      HINTED: false,
      FEEDBACK: null,
      completionStatus: 'completed',
    });
  });

  it('counts tries in numAttempts, which its rules may read', () => {
    const third = compiled({
      attributes: 'adaptive="true"',
      declarations: response('single', 'identifier', ['A']),
      body: choices('A B'),
      processing: rules(`<qti-response-condition>
        <qti-response-if>
          <qti-gte><qti-variable identifier="numAttempts"/><qti-base-value base-type="integer">3</qti-base-value></qti-gte>
          <qti-set-outcome-value identifier="completionStatus"><qti-base-value base-type="identifier">completed</qti-base-value></qti-set-outcome-value>
        </qti-response-if>
      </qti-response-condition>`),
    });
    let before: Scored | undefined;
    const completed = [1, 2, 3].map(() => {
      before = score(third.scoring, { RESPONSE: 'B' }, 'seed', before?.ok ? before : {});
      return before.ok && before.completed;
    });
    expect(completed).toEqual([false, false, true]);
  });
});

describe('an item that is not adaptive', () => {
  it('is over after one try, and begins at its defaults whatever is handed in', () => {
    const plain = compiled({
      declarations: response('single', 'identifier', ['A']),
      body: choices('A B'),
      processing: rules(
        '<qti-set-outcome-value identifier="SCORE"><qti-sum><qti-variable identifier="SCORE"/><qti-base-value base-type="float">1</qti-base-value></qti-sum></qti-set-outcome-value>',
      ),
    });
    const scored = score(plain.scoring, { RESPONSE: 'A' }, 'seed', { outcomes: { SCORE: 5 } });
    expect(scored).toMatchObject({ ok: true, score: 1, completed: true });
  });
});

describe('feedback after a try', () => {
  it('is in the body once the outcome calls for it', () => {
    const before = feedbackAfter(scoring, 'en', attempt({ RESPONSE: 'A' }).outcomes);
    const after = feedbackAfter(scoring, 'en', attempt({ HINT: true }).outcomes);
    expect(JSON.stringify(before)).not.toContain('radio waves');
    expect(JSON.stringify(after)).toContain('Think of radio waves.');
    expect(JSON.stringify(after)).not.toContain('"feedback"');
  });

  it('is refused for a language in which the item is not', () => {
    expect(() => feedbackAfter(scoring, 'fr', {})).toThrow('the item is not there in fr');
  });

  it('is nothing for an item without feedback', () => {
    const { scoring: plain } = compiled(itemFile('choice'));
    expect(feedbackAfter(plain, 'en', {})).toBeUndefined();
  });
});
