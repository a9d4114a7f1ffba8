interface FileFieldProps {
  id: string
  label: string
  hint: string
  accept: string
  /** Only one. */
  single?: boolean
  onFiles(files: File[]): void
}

/** Chooses files of this computer, several at once unless it is for one; each choice adds to those before it. */
export function FileField({ id, label, hint, accept, single = false, onFiles }: FileFieldProps) {
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
      <input
        className="nhsuk-file-upload__input"
        id={id}
        type="file"
        multiple={!single}
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
