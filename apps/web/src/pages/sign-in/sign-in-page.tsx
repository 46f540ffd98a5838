import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { identity, type InteractionStep } from '../../api/identity.ts';
import { Refusal } from '../../api/problem.ts';
import { signInAddress } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import { NewPassword } from './new-password.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const { uid = '' } = useParams();
  const [needsPassword, setNeedsPassword] = useState(false);
  const interaction = useQuery({
    queryKey: ['interaction', uid],
    queryFn: () => identity.interaction(uid),
    retry: false,
    staleTime: Infinity,
  });
  const go = (done: InteractionStep) => {
    if (done.outcome === 'signed-in') window.location.assign(done.redirect);
    else setNeedsPassword(true);
  };
  if (interaction.error instanceof Refusal && interaction.error.kind === 'not-found')
    return <Gone />;
  return (
    <Loaded query={interaction}>
      {({ step, shortestPassword }) =>
        needsPassword || step === 'new-password' ? (
          <NewPassword uid={uid} shortest={shortestPassword} onDone={go} />
        ) : (
          <SignInForm uid={uid} onDone={go} />
        )
      }
    </Loaded>
  );
}

function Gone() {
  const { t } = useWords();
  return (
    <Page title={t('signIn.goneTitle')} width="narrow">
      <p>{t('signIn.gone')}</p>
      <p>
        <a className="button button--primary" href={signInAddress('/home')}>
          {t('signIn.again')}
        </a>
      </p>
    </Page>
  );
}
