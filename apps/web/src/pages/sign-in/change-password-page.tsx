import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { identity } from '../../api/identity.ts';
import type { Refusal } from '../../api/problem.ts';
import { Form } from '../../components/form.tsx';
import { raw } from '../../components/form-data.ts';
import { Loaded } from '../../components/loaded.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import { NewPasswordFields } from './new-password-fields.tsx';
import { checkNewPassword, newPasswordRefusal } from './password-words.ts';

export function ChangePasswordPage() {
  const [done, setDone] = useState(false);
  const rules = useQuery({ queryKey: ['password-rules'], queryFn: identity.passwordRules });
  if (done) return <Changed />;
  return (
    <Loaded query={rules}>
      {({ shortestPassword }) => (
        <ChangePassword shortest={shortestPassword} onDone={() => setDone(true)} />
      )}
    </Loaded>
  );
}

function ChangePassword({ shortest, onDone }: { shortest: number; onDone: () => void }) {
  const { t } = useWords();
  const check = (data: FormData) =>
    raw(data, 'currentPassword') === ''
      ? [{ field: 'currentPassword', message: t('signIn.needCurrent') }]
      : checkNewPassword(t, data, 'newPassword', shortest);
  const say = (refusal: Refusal) => {
    if (refusal.reason === 'wrong-password') return t('signIn.wrongCurrent');
    if (refusal.kind === 'too-many') return t('signIn.tooMany');
    return newPasswordRefusal(t, refusal, shortest);
  };
  return (
    <Page title={t('signIn.changeTitle')} lead={t('signIn.changeLead')} width="narrow">
      <Form
        submit={t('signIn.changeAct')}
        check={check}
        say={say}
        onSubmit={async (data) => {
          const currentPassword = raw(data, 'currentPassword');
          await identity.changePassword({ currentPassword, newPassword: raw(data, 'newPassword') });
          onDone();
        }}
      >
        {(errorOf) => (
          <>
            <TextField
              name="currentPassword"
              type="password"
              label={t('signIn.currentPassword')}
              autoComplete="current-password"
              error={errorOf('currentPassword')}
            />
            <NewPasswordFields name="newPassword" shortest={shortest} errorOf={errorOf} />
          </>
        )}
      </Form>
      <p className="quiet">{t('signIn.forgot')}</p>
    </Page>
  );
}

function Changed() {
  const { t } = useWords();
  return (
    <Page title={t('signIn.changedTitle')} lead={t('signIn.changed')} width="narrow">
      <p>
        <Link className="button button--primary" to="/home">
          {t('shell.nav.home')}
        </Link>
      </p>
    </Page>
  );
}
