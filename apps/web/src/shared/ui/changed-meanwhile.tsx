import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { useFormat } from '../fa.ts'
import { useText } from '../language.ts'
import { ActorName } from './actor-name.tsx'
import { UI_TEXT } from './ui-text.ts'

/** One field of what two people changed: as it was seen, as it stands now, and as it is written in the form. */
export type MeanwhileField = { label: string; seen: string; now: string; mine: string }

type ChangedMeanwhileProps = {
  /** What has changed, as a sentence. */
  title: string
  /** Whose change it was; null where nobody is known. */
  changed: { by: string; at: string } | null
  fields: readonly MeanwhileField[]
}

/** What somebody else changed while a form was open, beside what stands in the form; nothing is written over. */
export function ChangedMeanwhile({ title, changed, fields }: ChangedMeanwhileProps) {
  const text = useText(UI_TEXT)
  const { moment } = useFormat()
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => told.current?.scrollIntoView({ block: 'center' }), [])
  const touched = fields.filter(({ seen, now, mine }) => seen !== now || mine !== now)
  return (
    <Alert
      role="alert"
      showIcon
      type="warning"
      title={title}
      description={
        <div ref={told} className="meanwhile">
          {changed !== null && (
            <p>
              <ActorName actor={changed.by} /> {moment(changed.at)}
            </p>
          )}
          <table>
            <thead>
              <tr>
                <td />
                <th scope="col">{text.seenBefore}</th>
                <th scope="col">{text.standsNow}</th>
                <th scope="col">{text.yours}</th>
              </tr>
            </thead>
            <tbody>
              {touched.map(({ label, seen, now, mine }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{seen}</td>
                  <td data-changed={seen !== now}>{now}</td>
                  <td data-changed={mine !== now}>{mine}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{text.meanwhileWhy}</p>
        </div>
      }
    />
  )
}
