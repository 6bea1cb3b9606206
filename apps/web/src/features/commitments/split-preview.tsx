import { compareVersions } from '@rasad/domain/commitments/split/compare-versions'
import { useDeferredValue, useMemo } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { Count } from '../../shared/ui/count.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { useBesideVersion } from './beside-version.tsx'
import type { CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { MatrixPreview } from './matrix-preview.tsx'
import { faultsOf, type SplitForm } from './split-form.ts'
import { SplitRefused } from './split-problem.tsx'
import { SPLIT_TEXT } from './split-text.ts'
import { useMatrixNames } from './use-matrix-names.ts'
import { useSplitPreview, type SplitPreview as Preview } from './use-split-preview.ts'

/** What the form as it stands comes to, and how it differs from a version: worked out while it is filled in, and kept nowhere. */
export function SplitPreview({ name, form }: { name: CommitmentName; form: SplitForm }) {
  const text = useText(SPLIT_TEXT)
  const preview = useSplitPreview(name, form)
  return (
    <section className="split-preview" aria-label={text.preview}>
      <h2>{text.preview}</h2>
      {preview === null ? (
        <EmptyState
          title={text.previewWaits}
          about={faultsOf(form)
            .map((fault) => text[fault])
            .join(' ')}
        />
      ) : (
        <Shown name={name} form={form} preview={preview} />
      )}
    </section>
  )
}

function Shown({ name, form, preview }: { name: CommitmentName; form: SplitForm; preview: Preview }) {
  const text = useText(SPLIT_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const names = useMatrixNames(name.province, language)
  const { version, isFirst, choice } = useBesideVersion(name)
  const cells = useDeferredValue(preview.cells)
  const before = isFirst ? null : (version?.cells ?? null)
  const difference = useMemo(
    () => (cells === null || before === null ? null : compareVersions(before, cells)),
    [cells, before],
  )
  const total = cells?.reduce((sum, { value }) => sum + value, 0)
  return (
    <>
      {preview.error !== null && <ProblemAlert error={preview.error} />}
      {preview.refusal !== null && (
        <SplitRefused refusal={preview.refusal} form={form} province={name.province} />
      )}
      {cells !== null && (
        <div data-stale={preview.isBusy || preview.refusal !== null}>
          <p className="preview-line" role="status">
            <span>
              {`${text.comesTo} `}
              <strong>{count(total ?? 0)}</strong>
            </span>
            {difference !== null && (
              <span>
                <Count value={difference.total.difference} as="signed" />
                {` · ${count(difference.cells.length)} ${shared.changedCells}`}
              </span>
            )}
            <small>
              {preview.isBusy
                ? text.splitting
                : preview.took !== null &&
                  `${text.splitIn} ${count(Math.max(1, Math.round(preview.took)))} ${text.milliseconds}`}
            </small>
          </p>
          <MatrixPreview caption={choice || text.preview} cells={cells} before={before} names={names} />
        </div>
      )}
      <p className="field-about">{text.previewAbout}</p>
    </>
  )
}
