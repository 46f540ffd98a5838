import { useQuery } from '@tanstack/react-query';
import { frameworkQuery, type Framework } from '../../api/competency.ts';
import { nationalViewQuery, type MatrixBy, type National } from '../../api/national.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useAddress } from '../../components/use-address.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import { percentOf } from './heat.ts';
import { HeatSection } from './heat-section.tsx';
import { nationalKeys, type ChangeNational, type NationalAddress } from './national-address.ts';
import { NationalFilters } from './national-filters.tsx';
import { TrainingNeedsSection } from './training-needs-section.tsx';
import './national.css';

/** What the country can do against what its roles require: in words, as a picture, and what to teach first. */
export function NationalPage() {
  const [address, change] = useAddress(nationalKeys);
  const { role, agency, region } = address;
  const by = byOf(address.by);
  const national = useQuery(nationalViewQuery({ role, agency, region }, by));
  return (
    <Loaded query={national}>
      {(data) => <WithFramework national={data} address={address} change={change} />}
    </Loaded>
  );
}

const byOf = (text: string): MatrixBy => (text === 'agency' || text === 'region' ? text : 'role');

interface NationalProps {
  national: National;
  address: NationalAddress;
  change: ChangeNational;
}

function WithFramework(props: NationalProps) {
  const { frameworkId, version } = props.national.framework;
  const framework = useQuery(frameworkQuery(frameworkId, version));
  return (
    <Loaded query={framework}>{(data) => <NationalText {...props} framework={data} />}</Loaded>
  );
}

function NationalText({
  national,
  address,
  change,
  framework,
}: NationalProps & { framework: Framework }) {
  const { t, words, date } = useWords();
  const { role, agency, region } = address;
  const filter = { role, agency, region };
  return (
    <Page
      width="wide"
      kind="public"
      title={t('national.title')}
      kicker={t('national.kicker', {
        framework: words(national.framework.title),
        version: national.framework.version,
        date: date(national.asOf),
      })}
      lead={useLead(national)}
    >
      <NationalFilters
        address={address}
        change={change}
        framework={framework}
        scope={national.scope}
      />
      <HeatSection national={national} framework={framework} filter={filter} change={change} />
      <TrainingNeedsSection
        filter={filter}
        by={address.needs === 'role' ? 'role' : 'competency'}
        change={change}
        framework={framework}
      />
      <p className="quiet national__rule">{words(national.suppression.rule)}</p>
    </Page>
  );
}

function useLead({ total }: National): string {
  const { t, number } = useWords();
  if (total === null) return t('national.leadNobody');
  if (total.hidden) return t('national.leadHidden');
  return t('national.lead', {
    people: number(total.headcount),
    share: percentOf(total.shareMeeting),
    gap: number(total.sumGap),
  });
}
