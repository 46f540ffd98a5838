import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Framework } from '../../../api/competency.ts';
import { itemQuery, items, type Item } from '../../../api/items.ts';
import { Refusal } from '../../../api/problem.ts';
import { useNewestFramework } from '../../../api/use-newest-framework.ts';
import { Form } from '../../../components/form.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { isLanguage, type Language } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { bodyOf, draftOf, emptyDraft } from './item-draft.ts';
import { AboutFields, SourceFields } from './about-fields.tsx';
import { KeyFields } from './key-fields.tsx';
import { problemsOf } from './item-problems.ts';
import { WordsFields } from './words-fields.tsx';
import './items.css';

export function NewItemPage() {
  const framework = useNewestFramework();
  return framework ? <ItemEditor item={null} framework={framework} /> : <Waiting />;
}

export function EditItemPage() {
  const { itemId = '' } = useParams();
  const item = useQuery(itemQuery(itemId));
  const framework = useNewestFramework();
  if (!framework) return <Waiting />;
  return <Loaded query={item}>{(data) => <ItemEditor item={data} framework={framework} />}</Loaded>;
}

function ItemEditor({ item, framework }: { item: Item | null; framework: Framework }) {
  const { t, language: own } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() =>
    item ? draftOf(item.body) : emptyDraft(framework.competencies[0]?.code ?? ''),
  );
  const [language, setLanguage] = useState<Language>(own);
  // The words of one language are on the page at a time: a problem brings its language forward.
  const show = (problems: readonly { field: string }[]) => {
    const named = problems
      .map(({ field }) => field.split('.'))
      .find(([part]) => part === 'languages');
    if (isLanguage(named?.[1])) setLanguage(named[1]);
  };
  const save = async () => {
    try {
      const body = bodyOf(draft);
      const saved = await (item ? items.change(item, body) : items.create(body));
      queries.setQueryData(itemQuery(saved.itemId).queryKey, saved);
      await queries.invalidateQueries({ queryKey: ['items'] });
      await navigate(`/work/items/${saved.itemId}`);
    } catch (error) {
      if (error instanceof Refusal) show(error.problem?.errors ?? []);
      throw error;
    }
  };
  const check = () => {
    const problems = problemsOf(draft);
    show(problems);
    return problems.map(({ field, code }) => ({ field, message: t(`items.problems.${code}`) }));
  };
  return (
    <Page
      width="wide"
      kicker={t('work.items.title')}
      title={item ? t('items.editTitle', { version: item.version }) : t('items.new')}
    >
      <div className="item-form">
        <Form submit={t('items.save')} check={check} onSubmit={save}>
          {(errorOf) => {
            const parts = { draft, change: setDraft, errorOf };
            return (
              <>
                <AboutFields {...parts} framework={framework} />
                <WordsFields {...parts} language={language} onLanguage={setLanguage} />
                <KeyFields {...parts} />
                <SourceFields {...parts} />
              </>
            );
          }}
        </Form>
      </div>
    </Page>
  );
}
