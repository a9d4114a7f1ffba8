interface FileFieldProps {
  id: string
  label: string
  hint: string
  accept: string
  onFiles(files: File[]): void
}

/** Chooses files of this computer, several at once; each choice adds to those before it. */
export function FileField({ id, label, hint, accept, onFiles }: FileFieldProps) {
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
      <input
        className="nhsuk-file-upload"
        id={id}
        type="file"
        multiple
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
