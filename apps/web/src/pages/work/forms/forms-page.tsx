import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  blueprintsQuery,
  formsQuery,
  type AssembledForm,
  type Blueprint,
} from '../../../api/forms.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { Status } from '../../../components/status.tsx';
import { Table } from '../../../components/table.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';

const keys = ['state', 'blueprintId', 'offset'] as const;

export function FormsPage() {
  const { t } = useWords();
  const me = useMe();
  const blueprints = useQuery(blueprintsQuery);
  return (
    <Page width="wide" title={t('work.forms.title')} lead={t('work.forms.text')}>
      <Section title={t('forms.blueprints')}>
        {me?.permissions.includes('forms.assemble') && (
          <p>
            <Link className="button button--primary" to="/work/forms/blueprints/new">
              {t('forms.newBlueprint')}
            </Link>
          </p>
        )}
        <Loaded query={blueprints}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('forms.noBlueprintTitle')}>
                <p>{t('forms.noBlueprint')}</p>
              </Empty>
            ) : (
              <Blueprints blueprints={items} />
            )
          }
        </Loaded>
      </Section>
      <Section title={t('forms.forms')}>
        <Forms blueprints={blueprints.data?.items ?? []} />
      </Section>
    </Page>
  );
}

function Blueprints({ blueprints }: { blueprints: Blueprint[] }) {
  const { t, words } = useWords();
  return (
    <Table
      caption={t('forms.blueprints')}
      rows={blueprints}
      rowKey={(row) => row.blueprintId}
      columns={[
        {
          key: 'title',
          title: t('forms.blueprint'),
          heads: true,
          cell: (row) => (
            <Link to={`/work/forms/blueprints/${row.blueprintId}`}>{words(row.title)}</Link>
          ),
        },
        {
          key: 'level',
          title: t('items.competencyLevel'),
          cell: (row) => t('home.level', { competency: row.competencyCode, level: row.level }),
        },
        {
          key: 'items',
          title: t('forms.items'),
          number: true,
          cell: (row) => row.rows.reduce((sum, { count }) => sum + count, 0),
        },
        {
          key: 'state',
          title: t('certificate.state'),
          cell: (row) => <Status state={row.state} />,
        },
      ]}
    />
  );
}

function Forms({ blueprints }: { blueprints: Blueprint[] }) {
  const { t, words, number, instant } = useWords();
  const [address, change] = useAddress(keys);
  const query = useQuery(formsQuery(address));
  return (
    <>
      <div className="filters">
        <SelectField
          name="blueprintId"
          label={t('forms.blueprint')}
          value={address.blueprintId}
          onChange={(blueprintId) => change({ blueprintId })}
          choices={[
            { value: '', label: t('work.all') },
            ...blueprints.map((blueprint) => ({
              value: blueprint.blueprintId,
              label: words(blueprint.title),
            })),
          ]}
        />
        <SelectField
          name="state"
          label={t('certificate.state')}
          value={address.state}
          onChange={(state) => change({ state })}
          choices={[
            { value: '', label: t('work.all') },
            { value: 'draft', label: t('shell.states.draft') },
            { value: 'published', label: t('shell.states.published') },
          ]}
        />
      </div>
      <WorkList<AssembledForm>
        query={query}
        caption={t('forms.forms')}
        rowKey={(row) => row.formId}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        empty={
          <Empty title={t('forms.noFormTitle')}>
            <p>{t('forms.noForm')}</p>
          </Empty>
        }
        columns={[
          {
            key: 'title',
            title: t('forms.form'),
            heads: true,
            cell: (row) => (
              <Link to={`/work/forms/${row.formId}`}>
                {words(row.title)}, {row.formId.slice(0, 8)}
              </Link>
            ),
          },
          {
            key: 'items',
            title: t('forms.items'),
            number: true,
            cell: (row) => row.items.length,
          },
          {
            key: 'points',
            title: t('items.maxScore'),
            number: true,
            cell: (row) => number(row.maxScore),
          },
          {
            key: 'languages',
            title: t('items.languages'),
            cell: (row) => row.languages.map((each) => each.toUpperCase()).join(', '),
          },
          { key: 'made', title: t('forms.assembled'), cell: (row) => instant(row.createdAt) },
          {
            key: 'state',
            title: t('certificate.state'),
            cell: (row) => <Status state={row.state} />,
          },
        ]}
      />
    </>
  );
}
