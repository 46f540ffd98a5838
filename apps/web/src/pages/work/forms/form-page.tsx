import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { formQuery, forms, type AssembledForm } from '../../../api/forms.ts';
import { itemQuery } from '../../../api/items.ts';
import { useMe } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { Facts } from '../../../components/facts.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { ShortId, WholeId, Who } from '../../../components/person.tsx';
import { Status } from '../../../components/status.tsx';
import { Table } from '../../../components/table.tsx';
import { languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { isHand } from '../exams/is-hand.ts';
import { promptOf } from '../items/prompt-of.ts';

export function FormPage() {
  const { formId = '' } = useParams();
  const form = useQuery(formQuery(formId));
  return <Loaded query={form}>{(data) => <OneForm form={data} />}</Loaded>;
}

function OneForm({ form }: { form: AssembledForm }) {
  const { t, words, number, instant } = useWords();
  return (
    <Page
      width="wide"
      kicker={t('forms.form')}
      title={words(form.title)}
      lead={<Status state={form.state} />}
    >
      {form.state === 'draft' && <PublishForm form={form} />}
      <Facts
        facts={[
          [
            t('forms.blueprint'),
            <Link key="blueprint" to={`/work/forms/blueprints/${form.blueprintId}`}>
              {words(form.title)}
            </Link>,
          ],
          [t('items.languages'), form.languages.map((each) => languageNames[each]).join(', ')],
          [t('items.maxScore'), number(form.maxScore)],
          [t('forms.assembledBy'), <Who key="by" hand={form.assembler} />],
          [t('forms.assembled'), instant(form.createdAt)],
          [t('items.publisher'), form.publisher && <Who key="publisher" hand={form.publisher} />],
          [t('cases.publishedAt'), form.publishedAt === null ? null : instant(form.publishedAt)],
          [t('forms.seed'), form.seed],
          [t('cases.formId'), <WholeId key="id" id={form.formId} />],
        ]}
      />
      <Section title={t('forms.items')}>
        <FormItems form={form} />
      </Section>
    </Page>
  );
}

function PublishForm({ form }: { form: AssembledForm }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  if (!me?.permissions.includes('forms.publish')) return null;
  if (isHand([form.assembler], me))
    return (
      <Notice>
        <p>{t('refusals.assembler-publishes')}</p>
      </Notice>
    );
  return (
    <Acts
      acts={[
        {
          key: 'publish',
          title: t('forms.publish.title'),
          explains: <p>{t('forms.publish.explains')}</p>,
          submit: t('forms.publish.submit'),
          perform: async (_, reason) => {
            const changed = await forms.publish(form.formId, reason);
            queries.setQueryData(formQuery(form.formId).queryKey, changed);
            await queries.invalidateQueries({ queryKey: ['forms'] });
          },
        },
      ]}
    />
  );
}

/** Each item by its question where the account may read items, else by its id. */
function FormItems({ form }: { form: AssembledForm }) {
  const { t, language } = useWords();
  const me = useMe();
  const reads = ['items.write', 'items.review', 'items.publish', 'forms.assemble'].some((each) =>
    me?.permissions.includes(each),
  );
  const items = useQueries({
    queries: form.items.map(({ itemId }) => ({ ...itemQuery(itemId), enabled: reads })),
  });
  const known = new Map(items.flatMap(({ data }) => (data ? [[data.itemId, data] as const] : [])));
  return (
    <Table
      caption={t('forms.items')}
      rows={form.items}
      rowKey={(row) => row.itemId}
      columns={[
        { key: 'position', title: t('cases.seq'), number: true, cell: (row) => row.position },
        {
          key: 'item',
          title: t('items.prompt'),
          heads: true,
          cell: (row) => {
            const item = known.get(row.itemId);
            return item ? (
              <Link to={`/work/items/${row.itemId}`}>{promptOf(item.body, language)}</Link>
            ) : (
              <ShortId id={row.itemId} />
            );
          },
        },
        {
          key: 'demand',
          title: t('items.demand'),
          cell: (row) => {
            const item = known.get(row.itemId);
            return item ? t(`items.demands.${item.cognitiveDemand}`) : null;
          },
        },
        {
          key: 'interaction',
          title: t('items.interaction'),
          cell: (row) => {
            const item = known.get(row.itemId);
            return item ? t(`items.interactions.${item.interaction}`) : null;
          },
        },
        { key: 'version', title: t('items.version'), number: true, cell: (row) => row.itemVersion },
      ]}
    />
  );
}
