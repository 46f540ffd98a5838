import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { readLevel } from './read-level.ts';
import { requiredIn, requiredOf, withRequired } from './required-of.ts';
import '../../../frameworks/frameworks.css';

/** By row and column. */
type Cell = readonly [competency: number, role: number];

const steps: Record<string, Cell> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Competencies by role. One stop for Tab; arrows go from cell to cell, a figure sets the level. */
export function RequirementGrid({ model, published, change, errorOf }: DraftFields) {
  const { t, words } = useWords();
  const { roles, competencies, levels } = model;
  const most = Math.max(...levels.map(({ level }) => level));
  const [[row, column], setCurrent] = useState<Cell>([0, 0]);
  const idAt = ([r, c]: Cell) => {
    const [competency, role] = [competencies[r], roles[c]];
    return competency && role && `requirements.${role.roleId}.${competency.competencyId}`;
  };
  const onKey = (event: KeyboardEvent, [r, c]: Cell) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const id = idAt([r + step[0], c + step[1]]);
    if (id !== undefined) document.getElementById(id)?.focus();
  };
  return (
    <>
      <p className="quiet" id="requirements-hint">
        {t('frameworkDraft.requirementsHint', { most })}{' '}
        {published !== null && t('frameworkDraft.differs', { version: published.version })}
      </p>
      <div className="grid-frame">
        <table className="matrix requirement-grid" aria-describedby="requirements-hint">
          <caption className="unseen">{t('frameworks.roles')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('frameworks.competency')}</th>
              {roles.map(({ roleId, code, title }) => (
                <th key={roleId} scope="col">
                  <strong>{code}</strong> {words(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {competencies.map(({ competencyId, code, title }, r) => (
              <tr key={competencyId}>
                <th scope="row">
                  <strong>{code}</strong> {words(title)}
                </th>
                {roles.map(({ roleId, code: roleCode }, c) => {
                  const level = requiredOf(model, roleId, competencyId);
                  const was = requiredIn(published, roleId, competencyId);
                  const differs = published !== null && was !== level;
                  const id = `requirements.${roleId}.${competencyId}`;
                  const isKnown = level <= most;
                  return (
                    <td key={roleId}>
                      <input
                        id={id}
                        className={`grid-cell cell cell--level-${Math.min(level, 4)}${differs ? ' grid-cell--differs' : ''}`}
                        inputMode="numeric"
                        autoComplete="off"
                        aria-label={t(`frameworkDraft.${differs ? 'cellWas' : 'cell'}`, {
                          role: roleCode,
                          competency: code,
                          was,
                          version: published?.version,
                        })}
                        aria-invalid={!isKnown || errorOf(id) !== undefined}
                        placeholder="·"
                        value={level === 0 ? '' : String(level)}
                        tabIndex={r === row && c === column ? 0 : -1}
                        onFocus={(event) => {
                          setCurrent([r, c]);
                          event.target.select();
                        }}
                        onKeyDown={(event) => onKey(event, [r, c])}
                        onChange={(event) => {
                          const next = readLevel(event.target.value, most);
                          if (next !== null)
                            change(withRequired(model, roleId, competencyId, next));
                        }}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
