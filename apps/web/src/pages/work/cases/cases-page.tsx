import { caseStates } from '../../../api/cases.ts';
import { useMe } from '../../../api/session.ts';
import { ChoiceBar } from '../../../components/choice-bar.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { OpenCaseFile } from '../../cases/open-case-file.tsx';
import { AttemptCases } from './attempt-cases.tsx';
import { CertificateCases } from './certificate-cases.tsx';

const keys = ['about', 'state', 'offset'] as const;
const subjects = ['attempts', 'certificates'] as const;

/** What waits for a person's decision, and what was decided; of attempts or of certificates. */
export function CasesPage() {
  const { t } = useWords();
  const me = useMe();
  const [address, change] = useAddress(keys);
  // Whoever only decides results has no part in certificates.
  const offered = me?.permissions.includes('cases.read') ? subjects : subjects.slice(0, 1);
  const about = offered.find((each) => each === address.about) ?? 'attempts';
  const state = caseStates.find((each) => each === address.state) ?? 'open';
  const list = { state, offset: address.offset, onOffset: (offset: string) => change({ offset }) };
  return (
    <Page width="wide" title={t('work.cases.title')} lead={t('work.cases.text')}>
      <div className="filters">
        {offered.length > 1 && (
          <ChoiceBar
            name="about"
            label={t('work.cases.about')}
            value={about}
            choices={offered.map((value) => ({ value, label: t(`work.cases.${value}`) }))}
            onChange={(next) => change({ about: next === 'attempts' ? '' : next })}
          />
        )}
        <ChoiceBar
          name="state"
          label={t('certificate.state')}
          value={state}
          choices={caseStates.map((value) => ({ value, label: t(`work.cases.${value}`) }))}
          onChange={(next) => change({ state: next === 'open' ? '' : next })}
        />
      </div>
      {about === 'attempts' ? <AttemptCases {...list} /> : <CertificateCases {...list} />}
      {me?.permissions.includes('cases.read') && <OpenCaseFile />}
    </Page>
  );
}
