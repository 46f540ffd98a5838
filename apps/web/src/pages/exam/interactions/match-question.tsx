import type { AssociableChoice, MatchInteraction } from '#libs/qti';
import { useWords } from '../../../i18n/use-words.ts';
import { arrange, asPairs, useAnswer, useAnswering, type Pair } from './answering.ts';
import { Content } from './content.tsx';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The answers with letters, then each line with the letters to choose from, as on paper. */
export function MatchQuestion({ interaction }: { interaction: MatchInteraction }) {
  const { t } = useWords();
  const { order } = useAnswering();
  const { value, set, name, locked } = useAnswer(interaction.response);
  const drawn = order[interaction.response];
  const [left, right] = interaction.sets;
  const sources = arrange(left, drawn);
  const targets = arrange(right, drawn);
  const pairs = asPairs(value);
  const once = targets.every((target) => target.matchMax === 1);
  const choose = (source: AssociableChoice, target: AssociableChoice, on: boolean) =>
    set(on ? join(pairs, source, target) : pairs.filter((pair) => !isPair(pair, source, target)));
  return (
    <fieldset className="choices match" disabled={locked}>
      <legend className="question__prompt">
        <Content nodes={interaction.prompt} />
      </legend>
      <p className="question__hint">{once ? t('exam.matchOnce') : t('exam.matchHint')}</p>
      <ul className="match__targets">
        {targets.map((target, index) => (
          <li key={target.identifier}>
            <b className="match__letter">{letters[index]}</b>
            <span id={`${name}-${target.identifier}`}>
              <Content nodes={target.content} />
            </span>
          </li>
        ))}
      </ul>
      {sources.map((source) => (
        <fieldset key={source.identifier} className="match__line">
          <legend>
            <Content nodes={source.content} />
          </legend>
          <div className="match__choices">
            {targets.map((target, index) => {
              const checked = pairs.some((pair) => isPair(pair, source, target));
              return (
                <label key={target.identifier} className="match__choice">
                  <input
                    className="choice__input"
                    type={source.matchMax === 1 ? 'radio' : 'checkbox'}
                    name={`${name}-${source.identifier}`}
                    checked={checked}
                    aria-describedby={`${name}-${target.identifier}`}
                    onChange={(event) => choose(source, target, event.target.checked)}
                  />
                  <span className="choice__bubble">{letters[index]}</span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}

const isPair = (pair: Pair, source: AssociableChoice, target: AssociableChoice) =>
  pair[0] === source.identifier && pair[1] === target.identifier;

/** A side that may be used once lets go of what it held before. */
function join(pairs: readonly Pair[], source: AssociableChoice, target: AssociableChoice): Pair[] {
  const kept = pairs.filter(
    ([from, to]) =>
      !(source.matchMax === 1 && from === source.identifier) &&
      !(target.matchMax === 1 && to === target.identifier),
  );
  return [...kept, [source.identifier, target.identifier]];
}
