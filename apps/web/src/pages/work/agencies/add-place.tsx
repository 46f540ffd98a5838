import { useQuery, useQueryClient } from '@tanstack/react-query';
import { agencyKinds, places, regionsQuery } from '../../../api/national.ts';
import { Acts } from '../../../components/acts.tsx';
import { localisedFields, localisedOf, text } from '../../../components/form-data.ts';
import { LocalisedField } from '../../../components/localised-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';

/** For an officer of the whole body. What is added stays as it is, so the service asks for no reason. */
export function AddPlace() {
  const { t } = useWords();
  const queries = useQueryClient();
  const act = (key: 'addAgency' | 'addRegion') => ({
    key,
    title: t(`agencies.${key}.title`),
    explains: <p>{t('agencies.whole')}</p>,
    submit: t(`agencies.${key}.submit`),
    done: t(`agencies.${key}.done`),
    reasonLabel: null,
  });
  return (
    <Acts
      acts={[
        {
          ...act('addAgency'),
          needed: ['code', ...localisedFields('title'), 'kind', 'region'],
          fields: (errorOf) => (
            <>
              <CodeAndTitle errorOf={errorOf} />
              <KindAndRegion errorOf={errorOf} />
            </>
          ),
          perform: async (data) => {
            await places.addAgency({
              code: text(data, 'code'),
              title: localisedOf(data, 'title'),
              kind: text(data, 'kind'),
              region: text(data, 'region'),
            });
            await queries.invalidateQueries({ queryKey: ['agencies'] });
          },
        },
        {
          ...act('addRegion'),
          needed: ['code', ...localisedFields('title')],
          fields: (errorOf) => <CodeAndTitle errorOf={errorOf} />,
          perform: async (data) => {
            await places.addRegion({
              code: text(data, 'code'),
              title: localisedOf(data, 'title'),
            });
            await queries.invalidateQueries({ queryKey: ['regions'] });
          },
        },
      ]}
    />
  );
}

interface FieldsProps {
  errorOf: (field: string) => string | undefined;
}

function CodeAndTitle({ errorOf }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <TextField
        name="code"
        label={t('agencies.code')}
        hint={t('agencies.codeHint')}
        error={errorOf('code')}
        autoComplete="off"
        maxLength={40}
      />
      <LocalisedField
        name="title"
        label={t('agencies.title')}
        hint={t('agencies.titleHint')}
        errorOf={errorOf}
        maxLength={200}
      />
    </>
  );
}

function KindAndRegion({ errorOf }: FieldsProps) {
  const { t, words } = useWords();
  const regions = useQuery(regionsQuery).data?.items ?? [];
  const choose = { value: '', label: t('shell.words.choose') };
  return (
    <>
      <SelectField
        name="kind"
        label={t('agencies.kind')}
        error={errorOf('kind')}
        choices={[
          choose,
          ...agencyKinds.map((kind) => ({ value: kind, label: t(`agencies.kinds.${kind}`) })),
        ]}
      />
      <SelectField
        name="region"
        label={t('national.region')}
        error={errorOf('region')}
        choices={[
          choose,
          ...regions.map(({ code, title }) => ({ value: code, label: words(title) })),
        ]}
      />
    </>
  );
}
