import { useId, useState } from 'react';
import type {
  ExtendedTextInteraction,
  InlineChoiceInteraction,
  SliderInteraction,
  TextEntryInteraction,
} from '#libs/qti';
import { useWords } from '../../../i18n/use-words.ts';
import { arrange, useAnswer, useAnswering } from './answering.ts';
import { Content } from './content.tsx';
import { LimitHint } from './limit-hint.tsx';
import { readNumber, writeNumber } from './number-entry.ts';
import { plainText } from './plain-text.ts';
import { textLimits } from './text-limits.ts';

/** A short text or a number, typed where it belongs in the sentence. */
export function TextEntry({ interaction }: { interaction: TextEntryInteraction }) {
  const { t } = useWords();
  const { value, set, baseType, locked } = useAnswer(interaction.response);
  const numeric = baseType === 'float' || baseType === 'integer';
  const [typed, setTyped] = useState(() => writeNumber(value));
  const hint = useId();
  const limit = useId();
  const change = (text: string) => {
    setTyped(text);
    set(numeric ? readNumber(text, baseType === 'integer') : text);
  };
  const wrong =
    numeric && typed.trim() !== '' && readNumber(typed, baseType === 'integer') === null;
  return (
    <span className="entry">
      <input
        className="input entry__input"
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        size={Math.min(Math.max(interaction.expectedLength ?? (numeric ? 8 : 24), 4), 40)}
        maxLength={textLimits.entry}
        value={typed}
        disabled={locked}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={numeric ? t('exam.yourNumber') : t('exam.yourText')}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${hint} ${limit}` : limit}
        onChange={(event) => change(event.target.value)}
      />
      {wrong && (
        <span id={hint} className="field__error">
          {t('exam.notANumber')}
        </span>
      )}
      <LimitHint id={limit} typed={typed} limit={textLimits.entry} />
    </span>
  );
}

export function LongText({ interaction }: { interaction: ExtendedTextInteraction }) {
  const { t } = useWords();
  const { value, set, locked, name } = useAnswer(interaction.response);
  const typed = typeof value === 'string' ? value : '';
  const limit = useId();
  return (
    <div className="field">
      <label className="question__prompt" htmlFor={name}>
        {interaction.prompt.length > 0 ? (
          <Content nodes={interaction.prompt} />
        ) : (
          t('exam.yourText')
        )}
      </label>
      <textarea
        id={name}
        className="input"
        rows={interaction.expectedLines ?? 8}
        maxLength={textLimits.extended}
        value={typed}
        disabled={locked}
        aria-describedby={limit}
        onChange={(event) => set(event.target.value)}
      />
      <LimitHint id={limit} typed={typed} limit={textLimits.extended} />
    </div>
  );
}

export function InlineChoice({ interaction }: { interaction: InlineChoiceInteraction }) {
  const { t } = useWords();
  const { order } = useAnswering();
  const { value, set, locked } = useAnswer(interaction.response);
  return (
    <select
      className="input entry__select"
      value={typeof value === 'string' ? value : ''}
      disabled={locked}
      aria-label={t('exam.yourChoice')}
      onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{t('exam.chooseHere')}</option>
      {arrange(interaction.choices, order[interaction.response]).map((choice) => (
        <option key={choice.identifier} value={choice.identifier}>
          {plainText(choice.content)}
        </option>
      ))}
    </select>
  );
}

export function Slider({ interaction }: { interaction: SliderInteraction }) {
  const { value, set, locked, name } = useAnswer(interaction.response);
  const current = typeof value === 'number' ? value : null;
  return (
    <div className="field">
      <label className="question__prompt" htmlFor={name}>
        <Content nodes={interaction.prompt} />
      </label>
      <div className="row">
        <input
          id={name}
          type="range"
          min={interaction.lowerBound}
          max={interaction.upperBound}
          step={interaction.step ?? 1}
          value={current ?? interaction.lowerBound}
          disabled={locked}
          onChange={(event) => set(Number(event.target.value))}
        />
        <output className="figures">{current ?? '–'}</output>
      </div>
    </div>
  );
}
