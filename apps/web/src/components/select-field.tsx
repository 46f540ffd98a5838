export interface Choice {
  value: string;
  label: string;
}

export interface SelectFieldProps {
  name: string;
  label: string;
  choices: readonly Choice[];
  hint?: string | undefined;
  error?: string | undefined;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  className?: string;
}

/** The browser's own list: it works with every keyboard and reader. Its id is its name, as of text fields. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, choices, hint, error, onChange, className = '', ...rest } = props;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div className={`field ${className}`}>
      <label className="field__label" htmlFor={name}>
        {label}
      </label>
      {hint !== undefined && (
        <span className="field__hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span className="field__error" id={`${name}-error`}>
          {error}
        </span>
      )}
      <select
        {...rest}
        id={name}
        name={name}
        className="input"
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        onChange={onChange && ((event) => onChange(event.target.value))}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
