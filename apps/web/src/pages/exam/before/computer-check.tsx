import { StatusShape } from '../../../components/status-shape.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import type { Check } from './check-computer.ts';

export function ComputerCheck({ checks }: { checks: readonly Check[] | undefined }) {
  const { t } = useWords();
  const words = ({ name, passed, size }: Check): string => {
    switch (name) {
      case 'store':
        return passed ? t('exam.checkStore') : t('exam.checkStoreNo');
      case 'crypto':
        return passed ? t('exam.checkCrypto') : t('exam.checkCryptoNo');
      case 'server':
        return passed ? t('exam.checkServer') : t('exam.checkServerNo');
      case 'package':
        return passed ? t('exam.checkPackage', { size }) : t('exam.checkPackageNo');
    }
  };
  if (!checks) return <p className="quiet">{t('exam.checking')}</p>;
  return (
    <ul className="computer">
      {checks.map((check) => (
        <li
          key={check.name}
          className={`computer__check status--${check.passed ? 'good' : 'attention'}`}
        >
          <StatusShape tone={check.passed ? 'good' : 'attention'} />
          <span>{words(check)}</span>
        </li>
      ))}
    </ul>
  );
}
