import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { examQuery } from '../../../api/exams.ts';
import { agenciesQuery } from '../../../api/national.ts';
import { useMe } from '../../../api/session.ts';
import { sittingQuery, type Sitting } from '../../../api/sittings.ts';
import { Facts } from '../../../components/facts.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Status } from '../../../components/status.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { sittingState } from './attempt-state.ts';
import { Enrol } from './enrol.tsx';
import { SittingLists } from './sitting-lists.tsx';
import './sittings.css';

export function SittingPage() {
  const { sittingId = '' } = useParams();
  const sitting = useQuery(sittingQuery(sittingId));
  return (
    <Loaded query={sitting}>
      {(data) => <OneSitting sitting={data} now={sitting.dataUpdatedAt} />}
    </Loaded>
  );
}

function OneSitting({ sitting, now }: { sitting: Sitting; now: number }) {
  const { t, words, instant } = useWords();
  const permissions = useMe()?.permissions ?? [];
  const may = (...wanted: string[]) => wanted.some((each) => permissions.includes(each));
  const exam = useQuery({
    ...examQuery(sitting.examId),
    enabled: may(
      'exams.edit',
      'exams.publish',
      'sittings.manage',
      'results.decide',
      'results.release',
    ),
  }).data;
  const agency = useQuery(agenciesQuery).data?.items.find(
    ({ agencyId }) => agencyId === sitting.agencyId,
  );
  const state = sittingState(sitting, now);
  return (
    <Page width="wide" kicker={t('sittings.kicker')} title={words(sitting.title)}>
      <Facts
        facts={[
          [t('certificate.state'), <Status key="state" state={state} />],
          [t('cases.exam'), exam && `${exam.code} ${words(exam.title)}`],
          [
            t('national.agency'),
            sitting.agencyId === null ? t('accounts.national') : words(agency?.title),
          ],
          [t('sittings.opens'), instant(sitting.opensAt)],
          [t('sittings.closes'), instant(sitting.closesAt)],
        ]}
      />
      <SittingLists
        sittingId={sitting.sittingId}
        live={state === 'open'}
        views={[
          ...(may('sittings.manage', 'attempts.void') ? (['candidates'] as const) : []),
          ...(may('sittings.manage', 'results.decide', 'results.release', 'cases.read')
            ? (['results'] as const)
            : []),
        ]}
      />
      {may('sittings.manage') && state !== 'closed' && (
        <Section title={t('sittings.enrol')}>
          <Enrol sittingId={sitting.sittingId} />
        </Section>
      )}
    </Page>
  );
}
