import { nameImportMapping, removeImportMapping, type SavedMapping } from '@rasad/contracts/import-mappings'
import { COLUMN_TEXT } from '@rasad/domain/imports/column-text'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { MAPPINGS_TEXT } from './mappings-text.ts'
import { mappingQuery } from './system-query.ts'

type MappingSheetProps = { mapping: SavedMapping; onClose: () => void }

/** What is saved for one agency, its name, and taking it away. */
export function MappingSheet({ mapping, onClose }: MappingSheetProps) {
  const text = useText(MAPPINGS_TEXT)
  const isAllowed = useMe().may('import.mapping')
  const { province, agency } = mapping
  const queries = useQueryClient()
  const [isNaming, setIsNaming] = useState(false)
  const remove = useMutation({
    mutationFn: () => call(removeImportMapping, { params: { province, agency }, body: {} }),
    onSuccess: async () => {
      onClose()
      await untilFresh(queries)
    },
  })
  const mayNot = isAllowed ? undefined : text.mayNot
  return (
    <div className="mapping-sheet">
      <Columns province={province} agency={agency} />
      {remove.error !== null && <ProblemAlert error={remove.error} />}
      {isNaming ? (
        <NameForm mapping={mapping} onClose={() => setIsNaming(false)} />
      ) : (
        <div className="form-acts">
          <ForbiddenButton reason={mayNot} onClick={() => setIsNaming(true)}>
            {text.rename}
          </ForbiddenButton>
          {mayNot === undefined ? (
            <ConfirmButton
              danger
              loading={remove.isPending}
              question={text.removeWhich}
              onConfirm={() => remove.mutate()}
            >
              {text.remove}
            </ConfirmButton>
          ) : (
            <ForbiddenButton danger reason={mayNot}>
              {text.remove}
            </ForbiddenButton>
          )}
        </div>
      )}
    </div>
  )
}

function Columns({ province, agency }: { province: string; agency: string }) {
  const text = useText(MAPPINGS_TEXT)
  const columnNames = useText(COLUMN_TEXT)
  const found = useQuery(mappingQuery(province, agency))
  if (found.error !== null) return <ProblemAlert error={found.error} />
  if (!found.data) return null
  const rows = Object.entries(found.data.columns)
  if (rows.length === 0) return <p className="quiet">{text.noHeader}</p>
  return (
    <ListTable
      caption={text.columns}
      label={text.columns}
      rows={rows}
      keyOf={([header]) => header}
      columns={[
        { key: 'header', label: text.header, isHead: true, cell: ([header]) => <bdi>{header}</bdi> },
        {
          key: 'column',
          label: text.column,
          cell: ([, column]) =>
            column === 'ignore' ? <span className="quiet">{text.ignored}</span> : columnNames[column],
        },
      ]}
    />
  )
}

function NameForm({ mapping, onClose }: MappingSheetProps) {
  const text = useText(MAPPINGS_TEXT)
  const { province, agency } = mapping
  const queries = useQueryClient()
  const [isTried, setIsTried] = useState(false)
  const { draft, change, discard } = useDraft(`mapping.${province}.${agency}`, { title: mapping.title ?? '' })
  const title = draft.title.trim()
  const send = useMutation({
    mutationFn: () => call(nameImportMapping, { params: { province, agency }, body: { title } }),
    onSuccess: async () => {
      discard()
      await untilFresh(queries)
      onClose()
    },
  })
  return (
    <FormSheet
      label={text.rename}
      submit={text.save}
      error={send.error}
      isBusy={send.isPending}
      onCancel={() => {
        discard()
        onClose()
      }}
      onSubmit={() => {
        setIsTried(true)
        if (title !== '') send.mutate()
      }}
    >
      <Field label={text.name} hint={text.nameHint} fault={isTried && title === '' ? text.needed : undefined}>
        {(marks) => (
          <Input
            {...marks}
            autoFocus
            maxLength={80}
            value={draft.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
    </FormSheet>
  )
}
