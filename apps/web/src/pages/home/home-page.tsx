import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import {
  profileQuery,
  frameworkQuery,
  type Framework,
  type Profile,
} from '../../api/competency.ts';
import { myExamsQuery } from '../../api/exam-delivery.ts';
import { Refusal } from '../../api/problem.ts';
import { useMe } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { beginningFor } from '../work/sections.ts';
import { History } from './history.tsx';
import { OpenExams } from './open-exams.tsx';
import { standing } from './standing.ts';
import { StandingPicture } from './standing-picture.tsx';
import './home.css';

export function HomePage() {
  const me = useMe();
  const profile = useQuery({ ...profileQuery, enabled: typeof me?.person === 'string' });
  const { error } = profile;
  if (me && (me.person === null || (error instanceof Refusal && error.kind === 'not-found'))) {
    return <NotAPractitioner permissions={me.permissions} />;
  }
  return <Loaded query={profile}>{(data) => <WithFramework profile={data} />}</Loaded>;
}

/** Everybody who signs in on the start page comes here: an officer goes on to his work. */
function NotAPractitioner({ permissions }: { permissions: readonly string[] }) {
  const { t } = useWords();
  const beginning = beginningFor(permissions);
  if (beginning !== null) return <Navigate to={beginning} replace />;
  return (
    <Page title={t('home.noPageTitle')}>
      <p>{t('home.noPage')}</p>
    </Page>
  );
}

function WithFramework({ profile }: { profile: Profile }) {
  const { frameworkId, frameworkVersion } = profile;
  const framework = useQuery({
    ...frameworkQuery(frameworkId ?? '', frameworkVersion ?? 0),
    enabled: frameworkId !== null,
  });
  if (frameworkId === null) return <Home profile={profile} framework={null} />;
  return <Loaded query={framework}>{(data) => <Home profile={profile} framework={data} />}</Loaded>;
}

function Home({ profile, framework }: { profile: Profile; framework: Framework | null }) {
  const { t, words } = useWords();
  const exams = useQuery(myExamsQuery);
  const { open, met, beyond } = standing(
    profile.items.filter((item) => item.frameworkId === profile.frameworkId),
  );
  const required = open.length + met.length;
  const lead =
    required === 0
      ? t('home.leadNoRole')
      : open.length === 0
        ? t('home.leadMet', { required })
        : t('home.leadGaps', { required, met: met.length, gaps: open.length });
  return (
    <Page
      title={t('home.title')}
      kicker={profile.roles.map((role) => words(role.title)).join(', ') || t('home.roles')}
      lead={lead}
    >
      {framework && profile.items.length > 0 && (
        <StandingPicture
          framework={framework}
          open={open}
          met={met}
          beyond={beyond}
          exams={exams.data?.items ?? []}
          now={exams.data?.serverTime ?? ''}
        />
      )}
      <Section title={t('home.now')}>
        <OpenExams query={exams} />
      </Section>
      <Section title={t('home.history')}>
        <History />
      </Section>
    </Page>
  );
}
