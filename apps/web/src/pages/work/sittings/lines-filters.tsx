import {
  candidateStates,
  type CandidateState,
  type LinesFilter,
  type SittingCounts,
} from '../../../api/sittings.ts';
import { ChoiceBar } from '../../../components/choice-bar.tsx';
import { OnePersonSaid, OnePersonSearch } from '../../../components/one-person.tsx';
import { stateOf } from '../../../components/status.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';

interface LinesFiltersProps {
  filter: LinesFilter;
  counts: SittingCounts | undefined;
  /** Leaves out who has not begun. */
  onlyBegun: boolean;
  change: (change: Partial<LinesFilter>) => void;
}

/** How many are in each state, and by the same words those alone; one person by number or by name. */
export function LinesFilters({ filter, counts, onlyBegun, change }: LinesFiltersProps) {
  const { t } = useWords();
  if (counts === undefined || counts.people === 0) return null;
  return (
    <>
      <StateBar state={filter.state} counts={counts} onlyBegun={onlyBegun} change={change} />
      <div className="filters">
        <TextField
          name="search"
          type="search"
          label={t('sittings.search')}
          hint={t('sittings.searchHint')}
          value={filter.search}
          onChange={(search) => change({ search: search.trim() })}
          maxLength={36}
        />
        <OnePersonSaid
          practitionerId={filter.practitionerId}
          label={t('cases.candidate')}
          change={change}
        />
      </div>
      <OnePersonSearch
        practitionerId={filter.practitionerId}
        name="whom"
        label={t('sittings.ofPerson')}
        change={change}
      />
    </>
  );
}

interface StateBarProps {
  state: string;
  counts: SittingCounts;
  onlyBegun: boolean;
  change: (change: Partial<LinesFilter>) => void;
}

function StateBar({ state, counts, onlyBegun, change }: StateBarProps) {
  const { t, number } = useWords();
  const shown = candidateStates.filter(
    (each) => !(onlyBegun && each === 'enrolled') && (counts[each] > 0 || each === state),
  );
  const all = shown.reduce((sum, each) => sum + counts[each], 0);
  const word = (each: CandidateState) => {
    const known = stateOf(each);
    return known ? t(`shell.states.${known}`) : each;
  };
  return (
    <ChoiceBar
      name="state"
      label={t('certificate.state')}
      value={state}
      onChange={(next) => change({ state: next })}
      choices={[
        { value: '', label: `${t('work.all')} ${number(all)}` },
        ...shown.map((each) => ({ value: each, label: `${word(each)} ${number(counts[each])}` })),
      ]}
    />
  );
}
