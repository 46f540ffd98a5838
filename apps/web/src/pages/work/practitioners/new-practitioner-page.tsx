import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { practitioners } from '../../../api/practitioners.ts';
import { useMe } from '../../../api/session.ts';
import type { FieldProblem } from '../../../components/error-summary.tsx';
import { Form } from '../../../components/form.tsx';
import { checkedOf, missing, text } from '../../../components/form-data.ts';
import { ReasonField } from '../../../components/reason-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { NotFoundPage } from '../../not-found-page.tsx';
import { NameFields, namesOf, neededNames } from './name-fields.tsx';
import { PlaceFields, placeOf } from './place-fields.tsx';

export function NewPractitionerPage() {
  const { t } = useWords();
  const me = useMe();
  if (!me?.permissions.includes('practitioners.manage')) return <NotFoundPage />;
  return (
    <Page
      width="wide"
      kicker={t('work.practitioners.title')}
      title={t('practitioners.register')}
      lead={t('practitioners.registerLead')}
    >
      <RegistrationForm />
    </Page>
  );
}

function RegistrationForm() {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const check = (data: FormData): FieldProblem[] => [
    ...missing(data, ['personnelNumber', ...neededNames, 'agencyId'], t('shell.errors.required')),
    ...(checkedOf(data, 'roleIds').length === 0
      ? [{ field: 'roleIds', message: t('practitioners.chooseRole') }]
      : []),
    ...missing(data, ['reason'], t('shell.errors.required')),
  ];
  return (
    <Form
      submit={t('practitioners.registerAct')}
      check={check}
      onSubmit={async (data) => {
        const { practitionerId } = await practitioners.register({
          personnelNumber: text(data, 'personnelNumber'),
          ...namesOf(data),
          ...placeOf(data),
          reason: text(data, 'reason'),
        });
        await Promise.all(
          ['practitioner-list', 'practitioners'].map((key) =>
            queries.invalidateQueries({ queryKey: [key] }),
          ),
        );
        await navigate(`/work/practitioners/${practitionerId}`);
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            name="personnelNumber"
            label={t('practitioners.number')}
            hint={t('practitioners.numberHint')}
            error={errorOf('personnelNumber')}
            autoComplete="off"
            maxLength={60}
          />
          <NameFields errorOf={errorOf} />
          <PlaceFields errorOf={errorOf} />
          <ReasonField errorOf={errorOf} />
        </>
      )}
    </Form>
  );
}
