import { nameOfActor } from '../actor-name.ts'
import { useText, type Language } from '../language.ts'
import { Code } from './code.tsx'

const SCHEDULE: Record<Language, string> = { fa: 'زمان‌بندی خودکار', en: 'the schedule' }

/** Who did something, as a person reads it; what nobody did is the schedule's. */
export function ActorName({ actor }: { actor: string }) {
  const schedule = useText(SCHEDULE)
  return actor === 'schedule' ? schedule : <Code>{nameOfActor(actor)}</Code>
}
