import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { frameworkDrafts, frameworksQuery } from '../../../api/framework-drafts.ts';
import { localisedOf, missing, text } from '../../../components/form-data.ts';
import { Form } from '../../../components/form.tsx';
import { LocalisedField } from '../../../components/localised-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { FrameworkFile } from './framework-file.tsx';

/** Only what names it; the rest is added in the draft. */
export function NewFrameworkPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = async (document: unknown, page: string) => {
    const draft = await frameworkDrafts.create(document);
    await queries.invalidateQueries({ queryKey: frameworksQuery.queryKey });
    await navigate(`/work/frameworks/${draft.frameworkId}${page}`);
  };
  return (
    <Page width="wide" kicker={t('work.frameworks.title')} title={t('frameworkDraft.new')}>
      <Form
        submit={t('frameworkDraft.beginHere')}
        check={(data) => missing(data, ['code'], t('shell.errors.required'))}
        onSubmit={(data) =>
          begin(
            {
              code: text(data, 'code'),
              title: localisedOf(data, 'title'),
              notice: { en: '', ru: '', tg: '' },
              levels: [],
              groups: [],
              competencies: [],
              roles: [],
              requirements: [],
              equivalence: [],
            },
            '/draft',
          )
        }
      >
        {(errorOf) => (
          <>
            <TextField
              name="code"
              label={t('frameworkDraft.code')}
              hint={t('frameworkDraft.codeHint')}
              maxLength={40}
              error={errorOf('code')}
            />
            <LocalisedField name="title" label={t('frameworkDraft.name')} errorOf={errorOf} />
          </>
        )}
      </Form>
      <details className="as-table">
        <summary>{t('frameworkDraft.asFile')}</summary>
        <FrameworkFile
          label={t('frameworks.work.beginFile')}
          onDocument={(document) => begin(document, '')}
        />
      </details>
    </Page>
  );
}
