import type { TFunction } from 'i18next';
import type { Refusal } from '../../api/problem.ts';
import { raw } from '../../components/form-data.ts';
import type { FieldProblem } from '../../components/error-summary.tsx';

/** What is wrong with a new password before it is sent; `name` is the field that holds it. */
export function checkNewPassword(
  t: TFunction,
  data: FormData,
  name: string,
  shortest: number,
): FieldProblem[] {
  const password = raw(data, name);
  if (password.length < shortest)
    return [{ field: name, message: t('signIn.tooShort', { shortest }) }];
  if (password !== data.get('repeat')) return [{ field: 'repeat', message: t('signIn.different') }];
  return [];
}

export function newPasswordRefusal(
  t: TFunction,
  refusal: Refusal,
  shortest: number,
): string | undefined {
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
}
