import { UploadOutlined } from '@ant-design/icons'
import { useId, useState } from 'react'
import { useText } from '../language.ts'
import { UI_TEXT } from './ui-text.ts'

type FileDropZoneProps = {
  label: string
  about: string
  /** File name endings and types, as the browser takes them: `.xlsx,.csv`. */
  accept: string
  onFile: (file: File) => void
}

/** A place to drop one file on; also a button that opens the file chooser. */
export function FileDropZone({ label, about, accept, onFile }: FileDropZoneProps) {
  const text = useText(UI_TEXT)
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  return (
    <div
      className="drop-zone"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={accept}
        aria-describedby={`${id}-about`}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <label htmlFor={id}>
        <UploadOutlined aria-hidden="true" />
        <strong>{label}</strong>
        <span>{text.drop}</span>
      </label>
      <p id={`${id}-about`}>{about}</p>
    </div>
  )
}
