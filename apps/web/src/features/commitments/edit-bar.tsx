import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import type { CommitmentName } from './commitments-query.ts'
import type { useEdits } from './edit-history.ts'
import { isChanged, setWhole, type Edits } from './edits.ts'
import { MATRIX_TEXT } from './matrix-text.ts'
import { refusalText, type MatrixNames } from './refusal-text.ts'
import { SaveDialog } from './save-dialog.tsx'
import type { Resplit } from './use-resplit.ts'

type EditBarProps = {
  name: CommitmentName
  version: CommitmentVersion
  /** The newest version that its editor has seen. */
  seen: number
  keptAs: string
  history: ReturnType<typeof useEdits>
  resplit: Resplit
  names: MatrixNames
}

/** What was changed and is not saved, what it comes to, and what can be done with it. */
export function EditBar({ name, version, seen, keptAs, history, resplit, names }: EditBarProps) {
  const text = useText(MATRIX_TEXT)
  const { edits, act, canUndo, canRedo } = history
  const [isSaving, setIsSaving] = useState(false)
  const isEdited = isChanged(edits)
  const reason = isEdited ? (resplit.refusal === null ? undefined : text.mustHold) : text.nothingToSave
  return (
    <div className="edit-bar no-print" data-edited={isEdited}>
      <div className="edit-line">
        <p role="status">
          {isEdited ? <Standing version={version} edits={edits} resplit={resplit} /> : text.howTo}
        </p>
        <div className="edit-acts">
          <ForbiddenButton
            reason={canUndo ? undefined : text.nothingToSave}
            onClick={() => act({ kind: 'undo' })}
          >
            {text.undo}
          </ForbiddenButton>
          <ForbiddenButton
            reason={canRedo ? undefined : text.nothingToSave}
            onClick={() => act({ kind: 'redo' })}
          >
            {text.redo}
          </ForbiddenButton>
          {isEdited && (
            <ConfirmButton question={text.discardSure} onConfirm={() => act({ kind: 'discard' })}>
              {text.discard}
            </ConfirmButton>
          )}
          <ForbiddenButton type="primary" reason={reason} onClick={() => setIsSaving(true)}>
            {text.save}
          </ForbiddenButton>
        </div>
      </div>
      <Refused resplit={resplit} names={names} history={history} />
      {isSaving && (
        <SaveDialog
          name={name}
          version={version}
          seen={seen}
          keptAs={keptAs}
          edits={edits}
          cells={resplit.cells}
          onClose={() => setIsSaving(false)}
        />
      )}
    </div>
  )
}

function Standing({
  version,
  edits,
  resplit,
}: {
  version: CommitmentVersion
  edits: Edits
  resplit: Resplit
}) {
  const text = useText(MATRIX_TEXT)
  const { count } = useFormat()
  const changed = useMemo(() => changedCells(version.cells, resplit.cells), [version, resplit.cells])
  return (
    <>
      <strong>{text.unsaved}</strong>
      {` · ${count(changed)} ${text.changedCells} · ${count(edits.cells.length)} ${text.heldCells}`}
      {resplit.isBusy
        ? ` · ${text.splitting}`
        : resplit.took !== null &&
          ` · ${text.resplitIn} ${count(Math.max(1, Math.round(resplit.took)))} ${text.milliseconds}`}
      <small>{text.kept}</small>
    </>
  )
}

function Refused({
  resplit: { refusal },
  names,
  history,
}: Pick<EditBarProps, 'resplit' | 'names' | 'history'>) {
  const text = useText(MATRIX_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  if (refusal === null) return null
  const { of, name, possible } = refusal
  const canSet = of === 'total' || (of !== 'pair' && name !== '*')
  const setPossible = (before: Edits): Edits =>
    of === 'total' || of === 'pair' ? { ...before, total: possible } : setWhole(before, of, name, possible)
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={text.cannotHold}
      description={refusalText(language, names, refusal)}
      action={
        <div className="edit-acts">
          {canSet && (
            <Button onClick={() => history.act({ kind: 'do', change: setPossible })}>
              {`${text.setWholeTo} ${count(possible)}`}
            </Button>
          )}
          <Button onClick={() => history.act({ kind: 'undo' })}>{text.takeBack}</Button>
        </div>
      }
    />
  )
}

function changedCells(before: CommitmentVersion['cells'], after: CommitmentVersion['cells']): number {
  if (before === after) return 0
  const standing = new Map(before.map((cell) => [placeOf(cell), cell.value]))
  let changed = 0
  for (const cell of after) {
    if (standing.get(placeOf(cell)) !== cell.value) changed++
    standing.delete(placeOf(cell))
  }
  return changed + standing.size
}

function placeOf({ agency, county, sector, programme }: CommitmentVersion['cells'][number]): string {
  return `${agency}/${county}/${sector}/${programme}`
}
