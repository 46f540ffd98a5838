import {
  FieldError,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField,
} from 'react-aria-components';

export interface TextAreaProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  rows?: number;
  maxLength?: number;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  lang?: string;
}

/** Its id is its name, as of text fields. */
export function TextArea({
  name,
  label,
  hint,
  error,
  rows = 3,
  maxLength,
  lang,
  ...rest
}: TextAreaProps) {
  return (
    <TextField
      {...rest}
      name={name}
      id={name}
      className="field"
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
      <AriaTextArea
        className="input"
        rows={rows}
        lang={lang}
        {...(maxLength ? { maxLength } : {})}
      />
    </TextField>
  );
}
