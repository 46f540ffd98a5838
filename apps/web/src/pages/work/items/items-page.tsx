import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { demands, itemsQuery, itemStates, type Item } from '../../../api/items.ts';
import { useMe } from '../../../api/session.ts';
import { useNewestFramework } from '../../../api/use-newest-framework.ts';
import { Empty } from '../../../components/empty.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { Status } from '../../../components/status.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import './items.css';
import { ItemLanguages } from './item-languages.tsx';
import { promptOf } from './prompt-of.ts';

const keys = ['competencyCode', 'level', 'state', 'cognitiveDemand', 'offset'] as const;
type Address = Record<(typeof keys)[number], string>;

export function ItemsPage() {
  const { t, language, instant } = useWords();
  const me = useMe();
  const [address, change] = useAddress(keys);
  const query = useQuery(itemsQuery(address));
  return (
    <Page width="wide" title={t('work.items.title')} lead={t('work.items.text')}>
      <ItemFilters address={address} change={change}>
        {me?.permissions.includes('items.write') && (
          <Link className="button button--primary" to="/work/items/new">
            {t('items.new')}
          </Link>
        )}
      </ItemFilters>
      <WorkList<Item>
        query={query}
        caption={t('work.items.title')}
        rowKey={(row) => row.itemId}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        empty={
          <Empty title={t('items.emptyTitle')}>
            <p>{t('items.empty')}</p>
          </Empty>
        }
        columns={[
          {
            key: 'prompt',
            title: t('items.prompt'),
            heads: true,
            cell: (row) => (
              <Link to={`/work/items/${row.itemId}`}>{promptOf(row.body, language)}</Link>
            ),
          },
          {
            key: 'competency',
            title: t('items.competencyLevel'),
            cell: (row) => (
              <span className="nowrap">
                {t('home.level', { competency: row.competencyCode, level: row.level })}
              </span>
            ),
          },
          {
            key: 'demand',
            title: t('items.demand'),
            cell: (row) => t(`items.demands.${row.cognitiveDemand}`),
          },
          {
            key: 'interaction',
            title: t('items.interaction'),
            cell: (row) => t(`items.interactions.${row.interaction}`),
          },
          {
            key: 'languages',
            title: t('items.languages'),
            cell: (row) => <ItemLanguages item={row} />,
          },
          {
            key: 'state',
            title: t('certificate.state'),
            cell: (row) => <Status state={row.state} />,
          },
          { key: 'version', title: t('items.version'), number: true, cell: (row) => row.version },
          {
            key: 'updated',
            title: t('items.updated'),
            cell: (row) => <span className="nowrap">{instant(row.updatedAt)}</span>,
          },
        ]}
      />
    </Page>
  );
}

interface ItemFiltersProps {
  address: Address;
  change: (change: Partial<Address>) => void;
  children: React.ReactNode;
}

function ItemFilters({ address, change, children }: ItemFiltersProps) {
  const { t, words } = useWords();
  const framework = useNewestFramework();
  const all = { value: '', label: t('work.all') };
  return (
    <div className="filters">
      <SelectField
        name="competencyCode"
        label={t('national.competency')}
        value={address.competencyCode}
        onChange={(competencyCode) => change({ competencyCode })}
        choices={[
          all,
          ...(framework?.competencies ?? []).map(({ code, title }) => ({
            value: code,
            label: `${code} ${words(title)}`,
          })),
        ]}
      />
      <SelectField
        name="level"
        label={t('frameworks.level')}
        value={address.level}
        onChange={(level) => change({ level })}
        choices={[
          all,
          ...(framework?.levels ?? []).map(({ level, title }) => ({
            value: String(level),
            label: `${level} ${words(title)}`,
          })),
        ]}
      />
      <SelectField
        name="state"
        label={t('certificate.state')}
        value={address.state}
        onChange={(state) => change({ state })}
        choices={[
          all,
          ...itemStates.map((value) => ({
            value,
            label: t(`shell.states.${value === 'in-review' ? 'inReview' : value}`),
          })),
        ]}
      />
      <SelectField
        name="cognitiveDemand"
        label={t('items.demand')}
        value={address.cognitiveDemand}
        onChange={(cognitiveDemand) => change({ cognitiveDemand })}
        choices={[all, ...demands.map((value) => ({ value, label: t(`items.demands.${value}`) }))]}
      />
      {children}
    </div>
  );
}
