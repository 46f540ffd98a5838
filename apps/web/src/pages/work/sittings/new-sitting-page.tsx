import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { allExamsQuery } from '../../../api/exams.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { sittings } from '../../../api/sittings.ts';
import { instantOf } from '../../../components/body-time.ts';
import type { FieldProblem } from '../../../components/error-summary.tsx';
import { Form } from '../../../components/form.tsx';
import { LocalisedField } from '../../../components/localised-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { localisedFields, localisedOf, missing, text } from '../../../components/form-data.ts';

export function NewSittingPage() {
  const { t, words } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const exams = useQuery(allExamsQuery).data?.items ?? [];
  const agencies = useQuery(agenciesQuery).data?.items ?? [];
  const published = exams.filter(({ state }) => state === 'published');
  const check = (data: FormData): FieldProblem[] => {
    const found = missing(
      data,
      ['examId', ...localisedFields('title'), 'opensAt', 'closesAt'],
      t('shell.errors.required'),
    );
    const [opens, closes] = [instantOf(text(data, 'opensAt')), instantOf(text(data, 'closesAt'))];
    return opens !== undefined && closes !== undefined && closes <= opens
      ? [...found, { field: 'closesAt', message: t('sittings.closesEarly') }]
      : found;
  };
  return (
    <Page width="wide" kicker={t('work.sittings.title')} title={t('sittings.new')}>
      <Form
        submit={t('sittings.create')}
        check={check}
        onSubmit={async (data) => {
          const agencyId = text(data, 'agencyId');
          const made = await sittings.create({
            examId: text(data, 'examId'),
            title: localisedOf(data, 'title'),
            opensAt: instantOf(text(data, 'opensAt')) ?? '',
            closesAt: instantOf(text(data, 'closesAt')) ?? '',
            ...(agencyId === '' ? {} : { agencyId }),
          });
          await queries.invalidateQueries({ queryKey: ['sittings'] });
          await navigate(`/work/sittings/${made.sittingId}`);
        }}
      >
        {(errorOf) => (
          <>
            <SelectField
              name="examId"
              label={t('cases.exam')}
              error={errorOf('examId')}
              choices={[
                { value: '', label: t('shell.words.choose') },
                ...published.map((exam) => ({
                  value: exam.examId,
                  label: `${exam.code} ${words(exam.title)}`,
                })),
              ]}
            />
            <LocalisedField
              name="title"
              label={t('sittings.title')}
              hint={t('sittings.titleHint')}
              errorOf={errorOf}
              maxLength={200}
            />
            {me?.agency == null && (
              <SelectField
                name="agencyId"
                label={t('national.agency')}
                hint={t('sittings.agencyHint')}
                error={errorOf('agencyId')}
                choices={[
                  { value: '', label: t('accounts.national') },
                  ...agencies.map(({ agencyId, title }) => ({
                    value: agencyId,
                    label: words(title),
                  })),
                ]}
              />
            )}
            <TextField
              name="opensAt"
              type="datetime-local"
              label={t('sittings.opens')}
              hint={t('sittings.zone')}
              error={errorOf('opensAt')}
            />
            <TextField
              name="closesAt"
              type="datetime-local"
              label={t('sittings.closes')}
              hint={t('sittings.closesHint')}
              error={errorOf('closesAt')}
            />
          </>
        )}
      </Form>
    </Page>
  );
}
