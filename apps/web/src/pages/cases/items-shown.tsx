import type { AttemptCaseFile, ShownItem } from '../../api/cases.ts';
import { WholeId } from '../../components/person.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { ItemBody } from '../exam/interactions/item-body.tsx';
import { ItemMaking } from './item-making.tsx';
import '../exam/player/player.css';

/** Each question as it stood before the candidate, with what was answered in it. */
export function ItemsShown({ file }: { file: AttemptCaseFile }) {
  return (
    <ol className="items-shown">
      {file.shown.items
        .toSorted((a, b) => a.position - b.position)
        .map((item) => (
          <li key={item.item}>
            <Item file={file} item={item} />
          </li>
        ))}
    </ol>
  );
}

function Item({ file, item }: { file: AttemptCaseFile; item: ShownItem }) {
  const { t, clock } = useWords();
  const { language } = file.attempt;
  const delivery = item.delivery?.[language];
  const answer = file.answered.find((each) => each.item === item.item);
  const newest = file.decisions.toSorted((a, b) => b.number - a.number)[0];
  const outcome = newest?.outcomes.find((each) => each.itemId === item.item);
  return (
    <article className="item-shown">
      <div className="item-shown__head">
        <h3>{t('cases.question', { number: item.position })}</h3>
        <p>
          {answer?.response
            ? t('cases.answeredAt', { time: clock(answer.savedAt) })
            : t('cases.notAnswered')}
          {outcome && `; ${t('cases.points', { score: outcome.score, max: outcome.maxScore })}`}
        </p>
      </div>
      {delivery ? (
        <div className="question" lang={language} data-shown>
          <ItemBody
            answering={{
              itemId: item.item,
              item: delivery,
              response: answer?.response ?? null,
              answer: () => undefined,
              order: file.shown.choiceOrder[item.item] ?? {},
              locked: true,
            }}
          />
        </div>
      ) : (
        <p className="quiet">{t('cases.contentKept')}</p>
      )}
      <ItemMaking item={item} />
      <p className="item-shown__id">
        {t('cases.version', { version: item.itemVersion })} <WholeId id={item.item} />
      </p>
    </article>
  );
}
