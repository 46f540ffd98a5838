import { useQuery, useQueryClient } from '@tanstack/react-query';
import { publicationQuery, schemes, schemesKey, type Scheme } from '../../../api/schemes.ts';
import type { Me } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { isHand } from '../exams/is-hand.ts';

/** Another person's act than the editors', on the draft as it was read here; it says before what will follow. */
export function PublishScheme({ scheme, me }: { scheme: Scheme; me: Me }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const isDraft = scheme.state === 'draft';
  if (isDraft && isHand(scheme.editors, me)) {
    return (
      <Notice>
        <p>{t('refusals.editor-publishes')}</p>
      </Notice>
    );
  }
  return (
    <Acts
      acts={
        isDraft
          ? [
              {
                key: 'publish',
                title: t('schemes.publish.title'),
                explains: <WhatFollows scheme={scheme} />,
                submit: t('schemes.publish.submit', { version: scheme.version }),
                perform: async (_, reason) => {
                  await schemes.publish(scheme, reason);
                  await queries.invalidateQueries({ queryKey: schemesKey });
                },
                done: t(`schemes.publish.done.${scheme.issuing}`),
              },
            ]
          : []
      }
    />
  );
}

function WhatFollows({ scheme }: { scheme: Scheme }) {
  const { t, number } = useWords();
  const publication = useQuery(publicationQuery(scheme));
  return (
    <>
      <p>{t('schemes.publish.final')}</p>
      <Loaded query={publication}>
        {({ issuing, people, holders, self }) => (
          <ul>
            <li>{t(`schemes.publish.people.${issuing}`, { people: number(people) })}</li>
            {holders > 0 && <li>{t('schemes.publish.holders', { holders: number(holders) })}</li>}
            {self && <li>{t('schemes.publish.self')}</li>}
          </ul>
        )}
      </Loaded>
    </>
  );
}
