import type { Choice } from './select-field.tsx';

export interface CheckGroupProps {
  name: string;
  label: string;
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  error?: string | undefined;
  onChange?: (value: string, on: boolean) => void;
}

/** Any of a list; each box has the group's name in the form's data. */
export function CheckGroup({
  name,
  label,
  choices,
  defaultValues = [],
  error,
  onChange,
}: CheckGroupProps) {
  return (
    <fieldset className="check-group" id={name} tabIndex={-1}>
      <legend>{label}</legend>
      {error !== undefined && <span className="field__error">{error}</span>}
      <div className="check-group__choices">
        {choices.map((choice) => (
          <label key={choice.value} className="check">
            <input
              type="checkbox"
              name={name}
              value={choice.value}
              defaultChecked={defaultValues.includes(choice.value)}
              onChange={(event) => onChange?.(choice.value, event.target.checked)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
