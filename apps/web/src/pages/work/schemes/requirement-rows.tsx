import { X } from 'lucide-react';
import { useState } from 'react';
import type { Framework } from '../../../api/competency.ts';
import type { SchemeRequirement } from '../../../api/schemes.ts';
import { CheckGroup } from '../../../components/check-group.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { evidenceFor, requirementsOfRole } from './scheme-form.ts';
import './schemes.css';

export interface RequirementRowsProps {
  rows: readonly SchemeRequirement[];
  framework: Framework;
  onChange: (rows: SchemeRequirement[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** What must be attained: a competency, a level, and the kinds of evidence that it takes. */
export function RequirementRows({ rows, framework, onChange, errorOf }: RequirementRowsProps) {
  const { t, words } = useWords();
  const free = framework.competencies.find(
    ({ competencyId }) => !rows.some((row) => row.competencyId === competencyId),
  );
  const error = errorOf('requirements');
  return (
    <fieldset className="form-part requirement-rows" id="requirements" tabIndex={-1}>
      <legend>{t('schemes.requirements')}</legend>
      <p className="form-part__hint">{t('schemes.requirementsHint')}</p>
      {error !== undefined && <span className="field__error">{error}</span>}
      <OfRole framework={framework} onTake={onChange} />
      {rows.map((row, index) => (
        <RequirementRow
          key={`${row.competencyId}/${index}`}
          row={row}
          name={`requirements.${index}`}
          framework={framework}
          errorOf={errorOf}
          onChange={(changed) => onChange(rows.map((each, at) => (at === index ? changed : each)))}
          onRemove={() => onChange(rows.filter((_, at) => at !== index))}
        />
      ))}
      {free && (
        <div className="row">
          <button
            type="button"
            className="button"
            onClick={() =>
              onChange([
                ...rows,
                { competencyId: free.competencyId, level: 1, evidence: evidenceFor(framework, 1) },
              ])
            }
          >
            {t('schemes.addRequirement')}
          </button>
          <output>{t('schemes.count', { count: rows.length, of: words(framework.title) })}</output>
        </div>
      )}
    </fieldset>
  );
}

/** A scheme for a role asks for what the framework says that the role requires. */
function OfRole({
  framework,
  onTake,
}: {
  framework: Framework;
  onTake: (rows: SchemeRequirement[]) => void;
}) {
  const { t, words } = useWords();
  const [roleId, setRoleId] = useState('');
  return (
    <div className="requirement-row">
      <SelectField
        name="role"
        label={t('schemes.ofRole')}
        hint={t('schemes.ofRoleHint')}
        value={roleId}
        onChange={setRoleId}
        choices={[
          { value: '', label: t('shell.words.choose') },
          ...framework.roles.map((role) => ({
            value: role.roleId,
            label: `${role.code} ${words(role.title)}`,
          })),
        ]}
      />
      <button
        type="button"
        className="button"
        disabled={roleId === ''}
        onClick={() => onTake(requirementsOfRole(framework, roleId))}
      >
        {t('schemes.take')}
      </button>
    </div>
  );
}

interface RequirementRowProps {
  row: SchemeRequirement;
  name: string;
  framework: Framework;
  errorOf: (field: string) => string | undefined;
  onChange: (row: SchemeRequirement) => void;
  onRemove: () => void;
}

function RequirementRow({
  row,
  name,
  framework,
  errorOf,
  onChange,
  onRemove,
}: RequirementRowProps) {
  const { t, words, code } = useWords();
  const kinds = framework.levels.find(({ level }) => level === row.level)?.evidence ?? [];
  const competency = framework.competencies.find((one) => one.competencyId === row.competencyId);
  return (
    <div className="requirement-row">
      <SelectField
        name={`${name}.competencyId`}
        label={t('frameworks.competency')}
        value={row.competencyId}
        error={errorOf(`${name}.competencyId`)}
        onChange={(competencyId) => onChange({ ...row, competencyId })}
        choices={framework.competencies.map((one) => ({
          value: one.competencyId,
          label: `${one.code} ${words(one.title)}`,
        }))}
      />
      <SelectField
        name={`${name}.level`}
        label={t('frameworks.level')}
        value={String(row.level)}
        error={errorOf(`${name}.level`)}
        onChange={(typed) => {
          const level = Number(typed);
          onChange({ ...row, level, evidence: evidenceFor(framework, level) });
        }}
        choices={framework.levels.map(({ level, title }) => ({
          value: String(level),
          label: `${level} ${words(title)}`,
        }))}
      />
      <CheckGroup
        key={row.level}
        name={`${name}.evidence`}
        label={t('schemes.evidence')}
        error={errorOf(`${name}.evidence`)}
        defaultValues={row.evidence}
        choices={kinds.map((value) => ({ value, label: code('frameworks.kinds', value) }))}
        onChange={(kind, on) =>
          onChange({
            ...row,
            evidence: kinds.filter((each) => (each === kind ? on : row.evidence.includes(each))),
          })
        }
      />
      <button
        type="button"
        className="button button--quiet"
        aria-label={t('schemes.remove', { competency: competency?.code ?? '' })}
        onClick={onRemove}
      >
        <X aria-hidden />
      </button>
    </div>
  );
}
