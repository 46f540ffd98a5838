import { useQuery } from '@tanstack/react-query';
import {
  auditedActs,
  auditQuery,
  auditedServices,
  type AuditedService,
} from '../../../api/audit.ts';
import { queryOf } from '../../../api/query-of.ts';
import { AuditTable } from '../../../components/audit-table.tsx';
import { dayBegins } from '../../../components/body-time.ts';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { offsetOf, Pager } from '../../../components/pager.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { ChainCheck } from './chain-check.tsx';

const keys = ['service', 'act', 'subjectId', 'from', 'to', 'offset'] as const;

/** The acts of authority, each service with a trail of its own. */
export function AuditPage() {
  const { t, code } = useWords();
  const [address, change] = useAddress(keys);
  const service = serviceOf(address.service);
  const { act, subjectId, offset } = address;
  const filter = queryOf({
    act,
    subjectId,
    from: address.from === '' ? '' : dayBegins(address.from),
    to: address.to === '' ? '' : dayBegins(address.to, 1),
    offset,
  });
  const rows = useQuery(auditQuery(service, filter));
  return (
    <Page width="wide" title={t('work.audit.title')} lead={t('work.audit.text')}>
      <div className="filters">
        <SelectField
          name="service"
          label={t('audit.service')}
          value={service}
          onChange={(next) => change({ service: next, act: '' })}
          choices={auditedServices.map((value) => ({
            value,
            label: t(`work.services.${value}`),
          }))}
        />
        <SelectField
          name="act"
          label={t('audit.act')}
          value={act}
          onChange={(next) => change({ act: next })}
          choices={[
            { value: '', label: t('work.all') },
            ...auditedActs[service].map((value) => ({ value, label: code('acts.act', value) })),
          ]}
        />
        <TextField
          name="subjectId"
          label={t('audit.subject')}
          value={subjectId}
          onChange={(next) => change({ subjectId: next.trim() })}
        />
        <TextField
          name="from"
          type="date"
          label={t('audit.from')}
          value={address.from}
          onChange={(from) => change({ from })}
        />
        <TextField
          name="to"
          type="date"
          label={t('audit.to')}
          value={address.to}
          onChange={(to) => change({ to })}
        />
      </div>
      <ChainCheck key={service} service={service} />
      <Loaded query={rows}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={t('audit.emptyTitle')}>
              <p>{t('audit.empty')}</p>
            </Empty>
          ) : (
            <>
              <AuditTable caption={t('work.audit.title')} rows={items} />
              <Pager
                offset={offsetOf(offset)}
                shown={items.length}
                total={total}
                onOffset={(next) => change({ offset: next })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const serviceOf = (text: string): AuditedService =>
  auditedServices.find((service) => service === text) ?? 'certificates';
