import type { Choice } from './select-field.tsx';

export interface ChoiceBarProps {
  name: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}

/** A few ways to look at the same thing, one of them chosen. */
export function ChoiceBar({ name, label, choices, value, onChange }: ChoiceBarProps) {
  return (
    <fieldset className="choice-bar">
      <legend>{label}</legend>
      <div className="choice-bar__choices">
        {choices.map((choice) => (
          <label key={choice.value} className="choice-bar__choice">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
