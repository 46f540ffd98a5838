import { identity, type InteractionStep } from '../../api/identity.ts';
import type { Refusal } from '../../api/problem.ts';
import { Form } from '../../components/form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import { raw, text } from '../../components/form-data.ts';

export interface StepProps {
  uid: string;
  onDone: (step: InteractionStep) => void;
}

export function SignInForm({ uid, onDone }: StepProps) {
  const { t } = useWords();
  const check = (data: FormData) => [
    ...(text(data, 'userName') === ''
      ? [{ field: 'userName', message: t('signIn.needUserName') }]
      : []),
    ...(data.get('password') === ''
      ? [{ field: 'password', message: t('signIn.needPassword') }]
      : []),
  ];
  // Never which of the two was wrong.
  const say = (refusal: Refusal) => {
    if (refusal.reason?.includes('locked')) return t('signIn.locked');
    if (refusal.kind === 'too-many') return t('signIn.tooMany');
    return [401, 403, 422].includes(refusal.status) ? t('signIn.wrong') : undefined;
  };
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="narrow">
      <Form
        submit={t('signIn.act')}
        check={check}
        say={say}
        onSubmit={async (data) => {
          const userName = text(data, 'userName');
          const password = raw(data, 'password');
          onDone(await identity.signIn(uid, { userName, password }));
        }}
      >
        {(errorOf) => (
          <>
            <TextField
              name="userName"
              label={t('signIn.userName')}
              autoComplete="username"
              error={errorOf('userName')}
            />
            <TextField
              name="password"
              type="password"
              label={t('signIn.password')}
              autoComplete="current-password"
              error={errorOf('password')}
            />
          </>
        )}
      </Form>
      <p className="quiet">{t('signIn.forgot')}</p>
    </Page>
  );
}
