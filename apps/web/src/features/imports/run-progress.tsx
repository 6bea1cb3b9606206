import { useFormat } from '../../shared/fa.ts'

/** How far a work has come, from 0 to 1; null where that cannot be said. */
export function RunProgress({
  label,
  progress,
  about,
}: {
  label: string
  progress: number | null
  about?: string
}) {
  const { percent } = useFormat()
  return (
    <div className="run-progress">
      <span role="status">{label}</span>
      {progress !== null && <span>{percent(progress * 100)}</span>}
      <progress aria-label={label} max={1} {...(progress !== null && { value: progress })} />
      {about !== undefined && <p>{about}</p>}
    </div>
  )
}
