import type { System } from '@rasad/contracts/system'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { ActorName } from '../../shared/ui/actor-name.tsx'
import { Code } from '../../shared/ui/code.tsx'
import { DIFFERENCE_TEXT, SYSTEM_TEXT } from './system-text.ts'
import { WrongMark } from './wrong-mark.tsx'

const BYTES_A_MEGABYTE = 1_048_576

/** The last backup. */
export function BackupCard({ backup }: { backup: System['lastBackup'] }) {
  const text = useText(SYSTEM_TEXT)
  const { count, moment } = useFormat()
  return (
    <section className="card" aria-labelledby="system-backup">
      <h2 id="system-backup">{text.lastBackup}</h2>
      {backup === null ? (
        <p className="quiet">{text.noBackup}</p>
      ) : (
        <dl className="facts">
          <dt>{text.madeAt}</dt>
          <dd>
            {moment(backup.madeAt)}
            <small>
              {`${text.by} `}
              <ActorName actor={backup.madeBy} />
            </small>
          </dd>
          <dt>{text.name}</dt>
          <dd>
            <Code>{backup.name}</Code>
          </dd>
          <dt>{text.rows}</dt>
          <dd>{count(backup.rows)}</dd>
          <dt>{text.files}</dt>
          <dd>{count(backup.files)}</dd>
          <dt>{text.size}</dt>
          <dd>{`${count(Math.ceil(backup.bytes / BYTES_A_MEGABYTE))} ${text.megabytes}`}</dd>
        </dl>
      )}
    </section>
  )
}

/** The last drill, with what differed. */
export function DrillCard({ drill }: { drill: System['lastDrill'] }) {
  const text = useText(SYSTEM_TEXT)
  const kinds = useText(DIFFERENCE_TEXT)
  const { count, moment } = useFormat()
  return (
    <section className="card" aria-labelledby="system-drill">
      <h2 id="system-drill">{text.drill}</h2>
      {drill === null ? (
        <p className="quiet">{text.noDrill}</p>
      ) : (
        <>
          <dl className="facts">
            <dt>{text.madeAt}</dt>
            <dd>
              <WrongMark wrong={drill.wrong} />
              <small>
                {`${moment(drill.endedAt)} · ${text.by} `}
                <ActorName actor={drill.runBy} />
              </small>
            </dd>
            <dt>{text.backup}</dt>
            <dd>
              <Code>{drill.backup}</Code>
            </dd>
            <dt>{text.rows}</dt>
            <dd>{count(drill.rows)}</dd>
            <dt>{text.cells}</dt>
            <dd>{count(drill.cells)}</dd>
          </dl>
          {drill.differences.length > 0 && (
            <div className="table-box" role="group" tabIndex={0} aria-label={text.differences}>
              <table>
                <caption>{text.differences}</caption>
                <thead>
                  <tr>
                    <th scope="col">{text.kind}</th>
                    <th scope="col">{text.place}</th>
                    <th scope="col">{text.expected}</th>
                    <th scope="col">{text.found}</th>
                  </tr>
                </thead>
                <tbody>
                  {drill.differences.map(({ kind, place, expected, found }) => (
                    <tr key={`${kind} ${place}`}>
                      <th scope="row">{kinds[kind]}</th>
                      <td>
                        <Code>{place}</Code>
                      </td>
                      <td>{expected === null ? NO_FIGURE : count(expected)}</td>
                      <td>{found === null ? NO_FIGURE : count(found)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </section>
  )
}
