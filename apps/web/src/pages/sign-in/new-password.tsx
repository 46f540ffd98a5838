import { identity } from '../../api/identity.ts';
import type { Refusal } from '../../api/problem.ts';
import { Form } from '../../components/form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import type { StepProps } from './sign-in-form.tsx';
import { raw } from '../../components/form-data.ts';

export function NewPassword({ uid, shortest, onDone }: StepProps & { shortest: number }) {
  const { t } = useWords();
  const check = (data: FormData) => {
    const password = raw(data, 'password');
    if (password.length < shortest)
      return [{ field: 'password', message: t('signIn.tooShort', { shortest }) }];
    if (password !== data.get('repeat'))
      return [{ field: 'repeat', message: t('signIn.different') }];
    return [];
  };
  const say = (refusal: Refusal) => {
    switch (refusal.reason ?? '') {
      case 'too-short':
        return t('signIn.tooShort', { shortest });
      case 'too-long':
        return t('signIn.tooLong');
      case 'contains-user-name':
        return t('signIn.containsName');
      case 'same-as-before':
        return t('signIn.sameAsBefore');
      default:
        return refusal.status === 422 ? t('signIn.weak') : undefined;
    }
  };
  return (
    <Page title={t('signIn.newTitle')} lead={t('signIn.newLead')} width="narrow">
      <Form
        submit={t('signIn.newAct')}
        check={check}
        say={say}
        onSubmit={async (data) =>
          onDone(await identity.newPassword(uid, { password: raw(data, 'password') }))
        }
      >
        {(errorOf) => (
          <>
            <TextField
              name="password"
              type="password"
              label={t('signIn.newPassword')}
              hint={t('signIn.newHint', { shortest })}
              autoComplete="new-password"
              error={errorOf('password')}
            />
            <TextField
              name="repeat"
              type="password"
              label={t('signIn.repeat')}
              autoComplete="new-password"
              error={errorOf('repeat')}
            />
          </>
        )}
      </Form>
    </Page>
  );
}
