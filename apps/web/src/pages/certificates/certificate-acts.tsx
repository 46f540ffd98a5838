import { useQueryClient } from '@tanstack/react-query';
import {
  certificateQuery,
  changeCertificate,
  changeReasons,
  type CertificateChange,
  type CertificateView,
} from '../../api/certificates.ts';
import { useMe } from '../../api/session.ts';
import { Acts, type Act } from '../../components/acts.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Section } from '../../layout/page.tsx';
import { possibleChanges } from './possible-changes.ts';
import { text } from '../../components/form-data.ts';

/** What an officer may do to this certificate as it stands. */
export function CertificateActs({ certificate }: { certificate: CertificateView }) {
  const { t, code } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const perform = async (change: CertificateChange, data: FormData, reason: string) => {
    const effective = text(data, 'effective');
    const changed = await changeCertificate(certificate.id, change, {
      reasonCode: text(data, 'reasonCode'),
      reason,
      ...(effective === '' ? {} : { effective }),
    });
    queries.setQueryData(certificateQuery(certificate.id).queryKey, changed);
    await queries.invalidateQueries({ queryKey: ['certificates'] });
  };
  const acts = possibleChanges(certificate.state, me?.permissions ?? []).map((change): Act => ({
    key: change,
    title: t(`certificate.${change}.title`),
    explains: <p>{t(`certificate.${change}.explains`)}</p>,
    submit: t(`certificate.${change}.submit`),
    tone: change === 'withdraw' ? 'danger' : 'primary',
    needed: ['reasonCode'],
    fields: (errorOf) => (
      <>
        <SelectField
          name="reasonCode"
          label={t('certificate.cause')}
          error={errorOf('reasonCode')}
          choices={[
            { value: '', label: t('shell.words.choose') },
            ...changeReasons[change].map((value) => ({
              value,
              label: code('acts.reasons', value),
            })),
          ]}
        />
        <TextField
          name="effective"
          type="date"
          label={t('acts.effective')}
          hint={t('certificate.effectiveHint')}
          error={errorOf('effective')}
        />
      </>
    ),
    perform: (data, reason) => perform(change, data, reason),
    done: t(`certificate.${change}.done`),
  }));
  if (acts.length === 0) return null;
  return (
    <Section title={t('acts.title')}>
      <Acts acts={acts} />
    </Section>
  );
}
