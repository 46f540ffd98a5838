import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Practitioner } from '../../../api/practitioners.ts';
import { useMe } from '../../../api/session.ts';
import { sittings, type Enrolled } from '../../../api/sittings.ts';
import { Notice } from '../../../components/notice.tsx';
import { fullName, PersonSearch } from '../../../components/person-search.tsx';
import { RefusalNotice } from '../../../components/refusal-notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { EnrolList } from './enrol-list.tsx';

/** By search, one by one, or by a list; what will change stands there before it does. */
export function Enrol({ sittingId }: { sittingId: string }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const [done, setDone] = useState<Enrolled | null>(null);
  const enrolled = async (answer: Enrolled) => {
    setDone(answer);
    await queries.invalidateQueries({ queryKey: ['sitting-progress', sittingId] });
  };
  return (
    <div className="enrol">
      {done !== null && (
        <Notice tone="good" live>
          <p>{t('sittings.enrolledNow', { ...done })}</p>
        </Notice>
      )}
      {me?.permissions.includes('practitioners.read') && (
        <BySearch sittingId={sittingId} onDone={enrolled} />
      )}
      <EnrolList sittingId={sittingId} onDone={enrolled} />
    </div>
  );
}

interface BySearchProps {
  sittingId: string;
  onDone: (answer: Enrolled) => Promise<void>;
}

function BySearch({ sittingId, onDone }: BySearchProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Practitioner[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const send = async () => {
    setRefusal(null);
    try {
      const answer = await sittings.enrol(
        sittingId,
        chosen.map((person) => person.practitionerId),
      );
      setChosen([]);
      await onDone(answer);
    } catch (error) {
      setRefusal(error);
    }
  };
  return (
    <div className="enrol__way">
      <PersonSearch
        name="candidate"
        label={t('sittings.bySearch')}
        act={t('sittings.choose')}
        chosen={chosen.map((person) => person.practitionerId)}
        onChoose={(person) => setChosen((before) => [...before, person])}
      />
      {refusal !== null && <RefusalNotice error={refusal} />}
      {chosen.length > 0 && (
        <>
          <ul className="enrol__chosen">
            {chosen.map((person) => (
              <li key={person.practitionerId}>
                {fullName(person)}
                <button
                  type="button"
                  className="button button--quiet"
                  onClick={() => setChosen((before) => before.filter((each) => each !== person))}
                >
                  {t('sittings.notThis')}
                  <span className="unseen">: {fullName(person)}</span>
                </button>
              </li>
            ))}
          </ul>
          <p>
            <button type="button" className="button button--primary" onClick={() => void send()}>
              {t('sittings.enrolThese', { count: chosen.length })}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
