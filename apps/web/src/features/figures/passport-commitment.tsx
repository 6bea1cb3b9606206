import type { Passport } from '@rasad/contracts/figures'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { nameOfActor } from '../../shared/actor-name.ts'
import { PASSPORT_TEXT } from './passport-text.ts'

const SEPARATOR = ' · '

/** The version of the commitment that the figure is measured by, and the letter that notified it. */
export function PassportCommitment({ commitment }: { commitment: NonNullable<Passport['commitment']> }) {
  const text = useText(PASSPORT_TEXT)
  const { moment, count, day, digits } = useFormat()
  const { version, total, source, setBy, setAt, notice } = commitment
  return (
    <section className="passport-part">
      <h3>{text.commitment}</h3>
      <dl className="passport-facts">
        <dt>{text.whole}</dt>
        <dd>
          <Count value={total} />
          {` · ${text.version} ${count(version)}`}
        </dd>
        <dt>{text.commitmentSource}</dt>
        <dd>
          <bdi>{source === 'split' ? text.split : source}</bdi>
        </dd>
        <dt>{text.setBy}</dt>
        <dd>
          <bdi>{nameOfActor(setBy)}</bdi>
          {SEPARATOR}
          <time dateTime={setAt}>{moment(setAt)}</time>
        </dd>
        <dt>{text.notified}</dt>
        <dd>
          {notice === null ? (
            text.notNotified
          ) : (
            <>
              <bdi>{nameOfActor(notice.by)}</bdi>
              {SEPARATOR}
              <time dateTime={notice.at}>{moment(notice.at)}</time>
              {notice.letter !== null && (
                <>
                  {` · ${text.letter} `}
                  <Code>{digits(notice.letter.number)}</Code> {day(notice.letter.date)}
                </>
              )}
            </>
          )}
        </dd>
      </dl>
    </section>
  )
}
