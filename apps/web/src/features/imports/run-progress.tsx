import { useFormat } from '../../shared/fa.ts'
import { Code } from '../../shared/ui/code.tsx'

type RunProgressProps = {
  label: string
  /** What it is about, such as a file. */
  subject?: string
  /** From 0 to 1; null where it cannot be said. */
  progress: number | null
  about?: string
}

/** How far a work has come. */
export function RunProgress({ label, subject, progress, about }: RunProgressProps) {
  const { percent } = useFormat()
  return (
    <div className="run-progress">
      <span role="status">
        {label}
        {subject !== undefined && (
          <>
            {': '}
            <Code>{subject}</Code>
          </>
        )}
      </span>
      {progress !== null && <span className="run-share">{percent(progress * 100)}</span>}
      <progress
        aria-label={subject === undefined ? label : `${label}: ${subject}`}
        max={1}
        {...(progress !== null && { value: progress })}
      />
      {about !== undefined && <p>{about}</p>}
    </div>
  )
}
