import { identity } from '../../api/identity.ts';
import { Form } from '../../components/form.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import { raw } from '../../components/form-data.ts';
import { NewPasswordFields } from './new-password-fields.tsx';
import { checkNewPassword, newPasswordRefusal } from './password-words.ts';
import type { StepProps } from './sign-in-form.tsx';

export function NewPassword({ uid, shortest, onDone }: StepProps & { shortest: number }) {
  const { t } = useWords();
  return (
    <Page title={t('signIn.newTitle')} lead={t('signIn.newLead')} width="narrow">
      <Form
        submit={t('signIn.newAct')}
        check={(data) => checkNewPassword(t, data, 'password', shortest)}
        say={(refusal) => newPasswordRefusal(t, refusal, shortest)}
        onSubmit={async (data) =>
          onDone(await identity.newPassword(uid, { password: raw(data, 'password') }))
        }
      >
        {(errorOf) => <NewPasswordFields name="password" shortest={shortest} errorOf={errorOf} />}
      </Form>
    </Page>
  );
}
