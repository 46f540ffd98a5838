import type { ChoiceOrder } from '../../../api/attempt.ts';
import type { Language, Localised } from '../../../i18n/languages.ts';
import type { AttemptSaving } from '../journal/attempt-saving.ts';
import type { PackagedItem } from '../package/package-content.ts';
import type { ServerClock } from './server-clock.ts';

/** All that the player needs; an exam and a practice exam differ only in what stands behind it. */
export interface RunningExam {
  practice: boolean;
  title: Localised | string;
  items: readonly PackagedItem[];
  languages: readonly Language[];
  languageSwitch: boolean;
  language: Language;
  choiceOrder: ChoiceOrder;
  /** In the server's time. */
  deadline: number;
  clock: ServerClock;
  saving: AttemptSaving;
  /** Sets the clock by the server again. */
  askTime: () => Promise<void>;
  /** Hands in; throws a Refusal when that was not possible now. */
  submit: () => Promise<void>;
}
