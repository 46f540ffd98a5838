import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { itemQuery, type Item } from '../../../api/items.ts';
import { ChoiceBar } from '../../../components/choice-bar.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Status } from '../../../components/status.tsx';
import { isLanguage, languageNames, type Language } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { ItemActs } from './item-acts.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemKey } from './item-key.tsx';
import { ItemPreview } from './item-preview.tsx';
import { ItemReviews } from './item-reviews.tsx';
import './items.css';

export function ItemPage() {
  const { itemId = '' } = useParams();
  const item = useQuery(itemQuery(itemId));
  return <Loaded query={item}>{(data) => <OneItem item={data} />}</Loaded>;
}

function OneItem({ item }: { item: Item }) {
  const { t, language } = useWords();
  const [chosen, setChosen] = useState<Language | null>(null);
  const offered = item.languages;
  const shown = [chosen, language, ...offered].find(
    (each): each is Language => each !== null && offered.includes(each),
  );
  return (
    <Page
      width="wide"
      kicker={t('home.level', { competency: item.competencyCode, level: item.level })}
      title={t('items.title', { version: item.version })}
      lead={<Status state={item.state} />}
    >
      <ItemActs item={item} />
      {shown !== undefined && (
        <div className="two-columns">
          <div>
            <div className="picture-head">
              <p className="picture-head__words">{t('items.previewText')}</p>
              <ChoiceBar
                name="previewLanguage"
                label={t('shell.language')}
                value={shown}
                onChange={(next) => setChosen(isLanguage(next) ? next : null)}
                choices={offered.map((value) => ({ value, label: languageNames[value] }))}
              />
            </div>
            <ItemPreview key={`${item.revision}/${shown}`} item={item} language={shown} />
          </div>
          <div>
            <Section title={t('items.key')}>
              <ItemKey body={item.body} language={shown} />
            </Section>
            <Section title={t('items.about')}>
              <ItemFacts item={item} />
            </Section>
          </div>
        </div>
      )}
      <Section title={t('items.reviews')}>
        <ItemReviews item={item} />
      </Section>
    </Page>
  );
}
