import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { versionQuery, versionsQuery, type CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT, STATE_TEXT } from './commitments-text.ts'
import { inForceOf, stateOf } from './version-state.ts'

/** The version that something new is shown beside: the one in force, else the newest, until another is chosen. */
export function useBesideVersion(name: CommitmentName): {
  version: CommitmentVersion | undefined
  isFirst: boolean
  choice: ReactNode
} {
  const text = useText(COMMITMENTS_TEXT)
  const states = useText(STATE_TEXT)
  const { count } = useFormat()
  const { versions } = useSuspenseQuery(versionsQuery(name)).data
  const [chosen, setChosen] = useState<number | null>(null)
  const inForce = inForceOf(versions)
  const beside = chosen ?? inForce ?? versions[0]?.version
  const { data: version } = useQuery({
    ...versionQuery(name, String(beside)),
    enabled: beside !== undefined,
  })
  const choice = beside !== undefined && (
    <span className="beside-choice">
      <span aria-hidden="true">{text.beside}</span>
      <Select
        aria-label={text.beside}
        value={beside}
        options={versions.map((head) => ({
          value: head.version,
          label: `${count(head.version)} · ${states[stateOf(head, inForce)]} · ${count(head.total)}`,
        }))}
        onChange={setChosen}
      />
    </span>
  )
  return { version, isFirst: beside === undefined, choice }
}
