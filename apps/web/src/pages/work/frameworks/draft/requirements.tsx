import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { RequirementGrid } from './requirement-grid.tsx';
import { RequirementsOfRole } from './requirements-of-role.tsx';
import { useNarrow } from './use-narrow.ts';

/** What each role requires: all at once where there is room, one role at a time on a phone. */
export function Requirements(fields: DraftFields) {
  const { t } = useWords();
  const narrow = useNarrow();
  const { model, errorOf } = fields;
  const isEmpty = [model.levels, model.competencies, model.roles].some((list) => list.length === 0);
  return (
    <section
      className="entries"
      id="requirements"
      tabIndex={-1}
      aria-label={t('frameworkDraft.parts.requirements')}
    >
      {errorOf('requirements') !== undefined && (
        <p className="field__error">{errorOf('requirements')}</p>
      )}
      {isEmpty && <p className="quiet">{t('frameworkDraft.requirementsFirst')}</p>}
      {!isEmpty && (narrow ? <RequirementsOfRole {...fields} /> : <RequirementGrid {...fields} />)}
    </section>
  );
}
