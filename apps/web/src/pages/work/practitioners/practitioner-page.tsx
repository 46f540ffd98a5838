import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useParams } from 'react-router';
import { personProfileQuery, type PersonProfile } from '../../../api/attainments.ts';
import { practitionerQuery, type PractitionerRecord } from '../../../api/practitioners.ts';
import { useMe } from '../../../api/session.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { fullName } from '../../../components/person-search.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { AttainmentList } from './attainment-list.tsx';
import { PersonActs } from './person-acts.tsx';
import { PersonFacts, Served } from './person-facts.tsx';
import { PersonStanding } from './person-standing.tsx';
import { RecordAttainment } from './record-attainment.tsx';
import { useFrameworks } from './use-frameworks.ts';

export function PractitionerPage() {
  const { id = '' } = useParams();
  const person = useQuery(practitionerQuery(id));
  return <Loaded query={person}>{(data) => <OnePractitioner person={data} />}</Loaded>;
}

function OnePractitioner({ person }: { person: PractitionerRecord }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const { practitionerId } = person;
  const may = (permission: string) => me?.permissions.includes(permission) === true;
  const own = me?.person === practitionerId;
  const profile = useQuery({
    ...personProfileQuery(practitionerId),
    enabled: may('practitioners.read'),
  });
  const changed = async () => {
    const stale = ['practitioner', 'person-profile', 'name'].map((key) => [key, practitionerId]);
    const lists = [['practitioner-list'], ['practitioners']];
    await Promise.all(
      [...stale, ...lists].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  };
  return (
    <Page
      width="wide"
      kicker={t('practitioners.kicker')}
      title={fullName(person)}
      {...(profile.data ? { lead: <Lead profile={profile.data} /> } : {})}
    >
      {own && (
        <Notice>
          <p>{t('refusals.own-record')}</p>
        </Notice>
      )}
      <PersonFacts person={person} />
      {may('practitioners.read') && (
        <Loaded query={profile}>
          {(data) => (
            <>
              <Standing profile={data} />
              <Section title={t('practitioners.attainments')}>
                {may('attainments.record') && !own && (
                  <RecordAttainment practitionerId={practitionerId} onDone={changed} />
                )}
                <AttainmentList profile={data} onDone={changed} />
              </Section>
            </>
          )}
        </Loaded>
      )}
      <Section title={t('practitioners.service')}>
        <Served person={person} />
        {may('practitioners.manage') && !own && <PersonActs person={person} onDone={changed} />}
      </Section>
    </Page>
  );
}

function Lead({ profile }: { profile: PersonProfile }) {
  const { t } = useWords();
  const required = profile.items.filter((item) => item.required > 0);
  const gaps = required.filter((item) => item.gap > 0).length;
  const figures = { required: required.length, met: required.length - gaps, gaps };
  if (figures.required === 0) return t('practitioners.leadNoRole');
  return gaps === 0 ? t('practitioners.leadMet', figures) : t('practitioners.leadGaps', figures);
}

/** Usually of one framework; of several, each by itself. */
function Standing({ profile }: { profile: PersonProfile }) {
  const { t, words } = useWords();
  const concerned = useFrameworks()
    .map((framework) => ({
      framework,
      items: profile.items.filter((item) => item.frameworkId === framework.frameworkId),
    }))
    .filter(({ items }) => items.length > 0);
  if (concerned.length === 0) return null;
  return (
    <Section title={t('practitioners.standing')}>
      {concerned.map(({ framework, items }) => (
        <Fragment key={framework.frameworkId}>
          {concerned.length > 1 && <h3>{words(framework.title)}</h3>}
          <PersonStanding framework={framework} items={items} />
        </Fragment>
      ))}
    </Section>
  );
}
