import { useMe } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';
import { PersonSearch } from './person-search.tsx';
import { Person } from './person.tsx';

export interface OnePersonProps {
  /** As it stands in the address; empty: everybody is listed. */
  practitionerId: string;
  change: (change: { practitionerId: string }) => void;
}

/** Stands among the filters: whom alone the list shows, and the way back to everybody. */
export function OnePersonSaid({
  practitionerId,
  label,
  change,
}: OnePersonProps & { label: string }) {
  const { t } = useWords();
  if (practitionerId === '') return null;
  return (
    <p className="filters__said">
      {label}: <Person id={practitionerId} />{' '}
      <button
        type="button"
        className="button button--quiet"
        onClick={() => change({ practitionerId: '' })}
      >
        {t('work.everybody')}
      </button>
    </p>
  );
}

/** Stands under the filters: by name, for whoever may know names. */
export function OnePersonSearch({
  practitionerId,
  name,
  label,
  change,
}: OnePersonProps & { name: string; label: string }) {
  const { t } = useWords();
  const me = useMe();
  if (practitionerId !== '' || !me?.permissions.includes('practitioners.read')) return null;
  return (
    <PersonSearch
      name={name}
      label={label}
      act={t('work.show')}
      onChoose={(person) => change({ practitionerId: person.practitionerId })}
    />
  );
}
