import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { blueprintQuery, forms, type Blueprint } from '../../../api/forms.ts';
import { useMe } from '../../../api/session.ts';
import { Acts, type Act } from '../../../components/acts.tsx';
import { Facts } from '../../../components/facts.tsx';
import { text } from '../../../components/form-data.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Who } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { Table } from '../../../components/table.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { isHand } from '../exams/is-hand.ts';

export function BlueprintPage() {
  const { blueprintId = '' } = useParams();
  const blueprint = useQuery(blueprintQuery(blueprintId));
  return <Loaded query={blueprint}>{(data) => <OneBlueprint blueprint={data} />}</Loaded>;
}

function OneBlueprint({ blueprint }: { blueprint: Blueprint }) {
  const { t, words, instant } = useWords();
  return (
    <Page
      width="wide"
      kicker={t('forms.blueprint')}
      title={words(blueprint.title)}
      lead={<Status state={blueprint.state} />}
    >
      <BlueprintActs blueprint={blueprint} />
      <Facts
        facts={[
          [
            t('forms.evidences'),
            t('home.level', { competency: blueprint.competencyCode, level: blueprint.level }),
          ],
          [t('forms.author'), <Who key="author" hand={blueprint.author} />],
          [
            t('cases.publishedAt'),
            blueprint.publishedAt === null ? null : instant(blueprint.publishedAt),
          ],
          [
            t('forms.forms'),
            <Link key="forms" to={`/work/forms?blueprintId=${blueprint.blueprintId}`}>
              {t('forms.itsForms')}
            </Link>,
          ],
        ]}
      />
      <Section title={t('forms.rows')}>
        <Table
          caption={t('forms.rows')}
          rows={blueprint.rows}
          rowKey={(row) => `${row.competencyCode}/${row.level}/${row.cognitiveDemand ?? ''}`}
          columns={[
            {
              key: 'competency',
              title: t('items.competencyLevel'),
              heads: true,
              cell: (row) => t('home.level', { competency: row.competencyCode, level: row.level }),
            },
            {
              key: 'demand',
              title: t('items.demand'),
              cell: (row) =>
                row.cognitiveDemand === null
                  ? t('forms.anyDemand')
                  : t(`items.demands.${row.cognitiveDemand}`),
            },
            { key: 'count', title: t('forms.count'), number: true, cell: (row) => row.count },
          ]}
        />
      </Section>
    </Page>
  );
}

function BlueprintActs({ blueprint }: { blueprint: Blueprint }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  if (!me) return null;
  const { blueprintId, state } = blueprint;
  const assembles = me.permissions.includes('forms.assemble');
  const publishes = me.permissions.includes('forms.publish') && state === 'draft';
  const barred = publishes && isHand([blueprint.author], me);
  const acts: Act[] = [];
  if (publishes && !barred)
    acts.push({
      key: 'publish',
      title: t('forms.publishBlueprint.title'),
      explains: <p>{t('forms.publishBlueprint.explains')}</p>,
      submit: t('forms.publishBlueprint.submit'),
      perform: async (_, reason) => {
        const changed = await forms.publishBlueprint(blueprint, reason);
        queries.setQueryData(blueprintQuery(blueprintId).queryKey, changed);
        await queries.invalidateQueries({ queryKey: ['blueprints'] });
      },
    });
  if (assembles && state === 'published')
    acts.push({
      key: 'assemble',
      title: t('forms.assemble.title'),
      explains: <p>{t('forms.assemble.explains')}</p>,
      submit: t('forms.assemble.submit'),
      reasonLabel: null,
      fields: (errorOf) => (
        <TextField
          name="seed"
          label={t('forms.seed')}
          hint={t('forms.seedHint')}
          inputMode="numeric"
          error={errorOf('seed')}
        />
      ),
      perform: async (data) => {
        const seed = text(data, 'seed');
        const form = await forms.assemble(blueprintId, seed === '' ? undefined : Number(seed));
        await queries.invalidateQueries({ queryKey: ['forms'] });
        await navigate(`/work/forms/${form.formId}`);
      },
    });
  return (
    <>
      {assembles && state === 'draft' && (
        <p>
          <Link
            className="button button--primary"
            to={`/work/forms/blueprints/${blueprintId}/edit`}
          >
            {t('items.edit')}
          </Link>
        </p>
      )}
      {barred && (
        <Notice>
          <p>{t('refusals.editor-publishes')}</p>
        </Notice>
      )}
      <Acts acts={acts} />
    </>
  );
}
