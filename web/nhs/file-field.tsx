import { useFault } from './faults.ts'

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
  const wrong = useFault(id, undefined)
  return (
    <div className={`nhsuk-form-group${wrong === undefined ? '' : ' nhsuk-form-group--error'}`}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
      {wrong !== undefined && (
        <span className="nhsuk-error-message" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
      <input
        className="nhsuk-file-upload__input"
        id={id}
        type="file"
        multiple={!single}
        accept={accept}
        aria-describedby={wrong === undefined ? `${id}-hint` : `${id}-hint ${id}-wrong`}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
