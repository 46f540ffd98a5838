import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { practitionersQuery, type Practitioner } from '../api/practitioners.ts';
import { useWords } from '../i18n/use-words.ts';
import { TextField } from './text-field.tsx';

export interface PersonSearchProps {
  name: string;
  label: string;
  hint?: string;
  act: string;
  onChoose: (person: Practitioner) => void;
  /** Who is chosen already. */
  chosen?: readonly string[];
}

export const fullName = (person: Practitioner): string =>
  [person.familyName, person.givenName, person.otherNames].filter(Boolean).join(' ');

/** Finds a practitioner by words of the name, among the people whom the account may see. */
export function PersonSearch({ name, label, hint, act, onChoose, chosen = [] }: PersonSearchProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useQuery({ ...practitionersQuery(search), enabled: search.length >= 2 });
  const people = search.length >= 2 ? (found.data?.items ?? []) : [];
  return (
    <div className="person-search">
      <TextField
        name={name}
        label={label}
        hint={hint}
        type="search"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
      {people.length > 0 && (
        <ul className="person-search__found">
          {people.map((person) => (
            <li key={person.practitionerId}>
              <span>{fullName(person)}</span>
              <button
                type="button"
                className="button"
                disabled={chosen.includes(person.practitionerId)}
                onClick={() => onChoose(person)}
                aria-label={`${act}: ${fullName(person)}`}
              >
                {act}
              </button>
            </li>
          ))}
        </ul>
      )}
      <output className="quiet">
        {search.length >= 2 && found.data && people.length === 0 && t('work.nobodyFound')}
        {found.data && found.data.total > people.length && people.length > 0
          ? t('work.moreFound', { count: found.data.total - people.length })
          : ''}
      </output>
    </div>
  );
}
