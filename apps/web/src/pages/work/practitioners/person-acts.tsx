import {
  practitioners,
  type Practitioner,
  type PractitionerChange,
} from '../../../api/practitioners.ts';
import { Acts, type Act } from '../../../components/acts.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { NameFields, namesOf, neededNames } from './name-fields.tsx';
import { FromField, fromOf, PlaceFields, placeOf } from './place-fields.tsx';

export interface PersonActsProps {
  person: Practitioner;
  onDone: () => Promise<void>;
}

/** Name, agency and roles: each change is a new state with its date, and says which version it changes. */
export function PersonActs({ person, onDone }: PersonActsProps) {
  const { t } = useWords();
  const change = async (wanted: PractitionerChange) => {
    await practitioners.change(person, wanted);
    await onDone();
  };
  const act = (key: 'rename' | 'move' | 'leave') => ({
    key,
    title: t(`practitioners.${key}.title`),
    explains: <p>{t(`practitioners.${key}.explains`)}</p>,
    submit: t(`practitioners.${key}.submit`),
    done: t(`practitioners.${key}.done`),
  });
  const acts: Act[] = [
    {
      ...act('move'),
      needed: ['agencyId'],
      fields: (errorOf) => <PlaceFields person={person} errorOf={errorOf} />,
      perform: (data, reason) => change({ ...placeOf(data), reason }),
    },
    {
      ...act('rename'),
      needed: neededNames,
      fields: (errorOf) => <NameFields person={person} errorOf={errorOf} />,
      perform: (data, reason) => {
        const differs = Object.entries(namesOf(data)).filter(
          ([name, value]) => person[name as keyof ReturnType<typeof namesOf>] !== value,
        );
        return change({ ...Object.fromEntries(differs), reason });
      },
    },
    {
      ...act('leave'),
      tone: 'danger',
      fields: (errorOf) => (
        <FromField
          label={t('practitioners.leave.from')}
          hint={t('practitioners.leave.fromHint')}
          errorOf={errorOf}
        />
      ),
      perform: (data, reason) => change({ ...fromOf(data), active: false, reason }),
    },
  ];
  return <Acts acts={acts.filter(({ key }) => key !== 'leave' || person.agencyId !== null)} />;
}
