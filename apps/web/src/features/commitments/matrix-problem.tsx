import type { ReactNode } from 'react'
import { ApiProblem } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { matrixFaultText, UPLOAD_TEXT } from './upload-text.ts'

/** Why a file of a matrix was refused; each cell that cannot be read by its line. */
export function MatrixProblem({ error, action }: { error: Error; action?: ReactNode }) {
  const text = useText(UPLOAD_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const problem = error instanceof ApiProblem ? error.problem : undefined
  if (problem?.code !== 'commitment.unreadable') return <ProblemAlert error={error} action={action} />
  const rows = problem.params.lines.map((line, at) => ({ ...line, at }))
  return (
    <div role="alert">
      <ListTable
        caption={
          <>
            {text.faults}
            <small>{text.faultsAbout}</small>
          </>
        }
        label={text.faults}
        rows={rows}
        keyOf={({ at }) => String(at)}
        columns={[
          { key: 'line', label: text.line, isHead: true, cell: ({ line }) => count(line) },
          { key: 'cell', label: text.cell, cell: ({ cell }) => <Code>{cell}</Code> },
          { key: 'why', label: text.why, cell: ({ reason }) => matrixFaultText(language, reason) },
        ]}
      />
    </div>
  )
}
