import { useNavigate } from 'react-router';
import { caseFilePath } from '../../components/case-file-path.ts';
import { text } from '../../components/form-data.ts';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Section } from '../../layout/page.tsx';

/** For whoever reads case files and has no list of certificates: a paper, a receipt or a trail has the number. */
export function OpenCaseFile() {
  const { t } = useWords();
  const navigate = useNavigate();
  const pathOf = (data: FormData) => caseFilePath(text(data, 'kind'), text(data, 'number'));
  return (
    <Section title={t('cases.byNumber')}>
      <p className="quiet">{t('cases.byNumberText')}</p>
      <Form
        submit={t('cases.open')}
        check={(data) =>
          pathOf(data) === null ? [{ field: 'number', message: t('cases.noNumber') }] : []
        }
        onSubmit={async (data) => {
          const path = pathOf(data);
          if (path !== null) await navigate(path);
        }}
      >
        {(errorOf) => (
          <>
            <SelectField
              name="kind"
              label={t('cases.fileOf')}
              choices={(['certificate', 'attempt'] as const).map((value) => ({
                value,
                label: t(`acts.kinds.${value}`),
              }))}
            />
            <TextField
              name="number"
              label={t('cases.number')}
              hint={t('cases.numberHint')}
              error={errorOf('number')}
              spellCheck={false}
            />
          </>
        )}
      </Form>
    </Section>
  );
}
