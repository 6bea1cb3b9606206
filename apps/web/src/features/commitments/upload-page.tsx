import { readCommitmentMatrix } from '@rasad/contracts/commitments'
import { getCommitmentWorkbook } from '@rasad/contracts/papers'
import { compareVersions } from '@rasad/domain/commitments/split/compare-versions'
import { kindText } from '@rasad/domain/ledger/dimension-text'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { addressOf, call, ConnectionLost } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { FileDropZone } from '../../shared/ui/file-drop-zone.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { useBesideVersion } from './beside-version.tsx'
import { CommitmentFrame } from './commitment-frame.tsx'
import { versionsQuery, type CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { KeepMatrix } from './keep-matrix.tsx'
import { MatrixPreview } from './matrix-preview.tsx'
import { MatrixProblem } from './matrix-problem.tsx'
import { UPLOAD_TEXT } from './upload-text.ts'
import { useMatrixNames } from './use-matrix-names.ts'
import { inForceOf } from './version-state.ts'
import './commitments.css'
import './split.css'

type Reading = Awaited<ReturnType<typeof readSent>>

/** Takes a commitment from a file: read and checked first, shown beside a version, kept as a draft when confirmed. */
export function UploadPage() {
  const text = useText(UPLOAD_TEXT)
  const search = useSearch({ from: '/commitments/upload' })
  return (
    <CommitmentFrame text={text} search={search}>
      {(name) => <Upload name={name} />}
    </CommitmentFrame>
  )
}

function Upload({ name }: { name: CommitmentName }) {
  const text = useText(UPLOAD_TEXT)
  const read = useMutation({ mutationFn: (file: File) => readSent(name.province, file) })
  const { variables: file } = read
  const { versions } = useSuspenseQuery(versionsQuery(name)).data
  const sample = inForceOf(versions) ?? versions[0]?.version
  return (
    <div className="commitments">
      <FileDropZone
        label={text.file}
        about={text.fileAbout}
        accept=".xlsx,.xls,.ods,.csv"
        onFile={(dropped) => read.mutate(dropped)}
      />
      {read.isIdle && sample !== undefined && <Sample name={name} version={sample} />}
      {read.isPending && (
        <p role="status">
          {`${text.reading} `}
          <Code>{file?.name ?? ''}</Code>
        </p>
      )}
      {read.isError && (
        <MatrixProblem
          error={read.error}
          action={
            read.error instanceof ConnectionLost &&
            file && <Button onClick={() => read.mutate(file)}>{text.again}</Button>
          }
        />
      )}
      {read.isSuccess && <ReadMatrix key={read.submittedAt} name={name} reading={read.data} />}
    </div>
  )
}

/** The surest form of a file that is read: the one that the system wrote itself. */
function Sample({ name, version }: { name: CommitmentName; version: number }) {
  const text = useText(UPLOAD_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  return (
    <p className="field-about">
      {`${text.sample} `}
      <a href={addressOf(getCommitmentWorkbook.path, {}, { ...name, version, language })}>
        {`${text.sampleFile} ${count(version)}`}
      </a>
    </p>
  )
}

async function readSent(province: string, file: File) {
  const reading = await call(readCommitmentMatrix, { query: { province, name: file.name }, body: file })
  return { ...reading, file: file.name }
}

function ReadMatrix({ name, reading }: { name: CommitmentName; reading: Reading }) {
  const text = useText(UPLOAD_TEXT)
  const { count } = useFormat()
  return (
    <>
      <p className="card" role="status">
        <Code>{reading.file}</Code>
        {` ${text.read}: ${count(reading.cells.length)} ${text.cells} · ${text.total} `}
        <strong>{count(reading.total)}</strong>
      </p>
      {reading.mismatches.length > 0 && <Mismatches name={name} mismatches={reading.mismatches} />}
      <Beside name={name} cells={reading.cells} />
      <KeepMatrix name={name} reading={reading} />
    </>
  )
}

function Mismatches({ name, mismatches }: { name: CommitmentName; mismatches: Reading['mismatches'] }) {
  const text = useText(UPLOAD_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const names = useMatrixNames(name.province, language)
  return (
    <div role="alert">
      <ListTable
        caption={
          <>
            {text.mismatches}
            <small>{text.mismatchesAbout}</small>
          </>
        }
        label={text.mismatches}
        rows={mismatches.map((mismatch, at) => ({ ...mismatch, at }))}
        keyOf={({ at }) => String(at)}
        columns={[
          { key: 'line', label: text.line, isHead: true, cell: ({ line }) => count(line) },
          {
            key: 'whole',
            label: text.whole,
            cell: ({ agency, county, sector, programme }) =>
              [
                agency === undefined ? '' : names.agency(agency),
                county === undefined ? '' : names.county(county),
                ...[sector, programme].map((code) => (code === undefined ? '' : kindText(language, code))),
              ]
                .filter((word) => word !== '')
                .join(' × ') || shared.sum,
          },
          {
            key: 'stated',
            label: text.stated,
            isNumber: true,
            cell: ({ stated }) => <Count value={stated} />,
          },
          { key: 'sum', label: text.sum, isNumber: true, cell: ({ sum }) => <Count value={sum} /> },
        ]}
      />
    </div>
  )
}

function Beside({ name, cells }: { name: CommitmentName; cells: Reading['cells'] }) {
  const shared = useText(COMMITMENTS_TEXT)
  const text = useText(UPLOAD_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const names = useMatrixNames(name.province, language)
  const { version, isFirst, choice } = useBesideVersion(name)
  if (version === undefined && !isFirst) return null
  const before = version?.cells ?? null
  const difference = before === null ? null : compareVersions(before, cells)
  return (
    <>
      {difference !== null && (
        <p className="preview-line">
          {difference.cells.length === 0 ? (
            shared.sameAs
          ) : (
            <span>
              <Count value={difference.total.difference} as="signed" />
              {` · ${count(difference.cells.length)} ${shared.changedCells}`}
            </span>
          )}
        </p>
      )}
      <MatrixPreview caption={choice || text.file} cells={cells} before={before} names={names} />
    </>
  )
}
