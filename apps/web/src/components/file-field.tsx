export interface FileFieldProps {
  /** The id of the input, and of its hint with "-hint". */
  id: string;
  label: string;
  hint: string;
  /** As the input's: file name endings and media types. */
  accept: string;
  onFile: (file: File) => void;
}

/** Hands each chosen file on at once; the same file, mended, can be chosen again. */
export function FileField({ id, label, hint, accept, onFile }: FileFieldProps) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <span className="field__hint" id={`${id}-hint`}>
        {hint}
      </span>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </div>
  );
}
