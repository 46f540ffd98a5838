import type { HTMLInputAutoCompleteAttribute } from 'react';
import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components';

export interface TextFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  type?: 'text' | 'password' | 'search' | 'date' | 'datetime-local' | 'number';
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  className?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'none';
  maxLength?: number;
  spellCheck?: boolean;
}

/** The id of the input is its name, so that the error summary can point at it. */
export function TextField({
  name,
  label,
  hint,
  error,
  className = '',
  inputMode,
  maxLength,
  spellCheck = false,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      name={name}
      id={name}
      className={`field ${className}`}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
      <Input
        className="input"
        spellCheck={spellCheck}
        {...(inputMode ? { inputMode } : {})}
        {...(maxLength ? { maxLength } : {})}
      />
    </AriaTextField>
  );
}
