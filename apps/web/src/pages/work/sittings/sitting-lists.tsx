import { resultsFile } from '../../../api/sittings.ts';
import { ChoiceBar } from '../../../components/choice-bar.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Section } from '../../../layout/page.tsx';
import { Progress } from './progress.tsx';
import { Results } from './results.tsx';

type View = 'candidates' | 'results';

interface SittingListsProps {
  sittingId: string;
  live: boolean;
  /** What the account may look at. */
  views: readonly View[];
}

const keys = ['view', 'state', 'search', 'practitionerId', 'offset'] as const;

/** The people of a sitting: how far each has come, or what came of it; one list at a time, filtered alike. */
export function SittingLists({ sittingId, live, views }: SittingListsProps) {
  const { t } = useWords();
  const [{ view: wanted, ...filter }, change] = useAddress(keys);
  const view = views.find((each) => each === wanted) ?? views[0];
  if (view === undefined) return null;
  return (
    <Section
      title={t(`sittings.${view}`)}
      aside={
        view === 'results' && (
          <a className="no-print" href={resultsFile(sittingId)} download>
            {t('shell.words.csv')}
          </a>
        )
      }
    >
      {views.length > 1 && (
        <ChoiceBar
          name="view"
          label={t('sittings.view')}
          value={view}
          choices={views.map((value) => ({ value, label: t(`sittings.${value}`) }))}
          onChange={(next) => change({ view: next === views[0] ? '' : next, state: '' })}
        />
      )}
      {view === 'candidates' ? (
        <Progress sittingId={sittingId} live={live} filter={filter} change={change} />
      ) : (
        <Results sittingId={sittingId} filter={filter} change={change} />
      )}
    </Section>
  );
}
