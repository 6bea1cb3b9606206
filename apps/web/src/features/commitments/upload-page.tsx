import { kindText } from '@rasad/domain/ledger/dimension-text'
import { readCommitmentMatrix, setCommitment, type CommitmentVersion } from '@rasad/contracts/commitments'
import { compareVersions } from '@rasad/domain/commitments/split/compare-versions'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { Count } from '../../shared/ui/count.tsx'
import { FileDropZone } from '../../shared/ui/file-drop-zone.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { CommitmentFrame } from './commitment-frame.tsx'
import { versionQuery, versionsQuery, type CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { DifferenceTable } from './difference-table.tsx'
import { MatrixProblem } from './matrix-problem.tsx'
import { UPLOAD_TEXT } from './upload-text.ts'
import { useMatrixNames } from './use-matrix-names.ts'
import './commitments.css'

type Reading = Awaited<ReturnType<typeof readSent>>

/** Takes a commitment from a file: read and checked first, shown beside the newest version, set when confirmed. */
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
  return (
    <div className="commitments">
      <FileDropZone
        label={text.file}
        about={text.fileAbout}
        accept=".xlsx,.xls,.ods,.csv"
        onFile={(file) => read.mutate(file)}
      />
      {read.isError && <MatrixProblem error={read.error} />}
      {read.isSuccess && <ReadMatrix key={read.submittedAt} name={name} reading={read.data} />}
    </div>
  )
}

async function readSent(province: string, file: File) {
  const reading = await call(readCommitmentMatrix, { query: { province, name: file.name }, body: file })
  return { ...reading, file: file.name }
}

function ReadMatrix({ name, reading }: { name: CommitmentName; reading: Reading }) {
  const text = useText(UPLOAD_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const { count } = useFormat()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const { versions } = useSuspenseQuery(versionsQuery(name)).data
  const set = useMutation({
    mutationFn: () => {
      const { cells, stated, file } = reading
      return call(setCommitment, {
        body: { ...name, cells, stated, source: file, ...(reason.trim() !== '' && { reason }) },
      })
    },
    onSuccess: async ({ version }) => {
      await queries.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => kind === 'commitment' || kind === 'figures',
      })
      await navigate({
        to: '/commitments/$version',
        params: { version: String(version) },
        search: { baseline: name.baseline },
      })
    },
  })
  const newest = versions[0]?.version
  const forbidden = me.may('commitment.set')
    ? reading.mismatches.length > 0
      ? text.mustAddUp
      : undefined
    : shared.notAllowed
  return (
    <>
      <p className="card" role="status">
        <Code>{reading.file}</Code>
        {` ${text.read}: ${count(reading.cells.length)} ${text.cells} · ${text.total} `}
        <strong>{count(reading.total)}</strong>
      </p>
      {reading.mismatches.length > 0 && <Mismatches name={name} mismatches={reading.mismatches} />}
      {newest !== undefined && <Beside name={name} newest={newest} cells={reading.cells} />}
      <div className="card dialog-fields">
        <p>{text.setAbout}</p>
        <label htmlFor={reasonId}>{text.reason}</label>
        <Input
          id={reasonId}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
        {set.isError && <MatrixProblem error={set.error} />}
        <div className="edit-acts">
          {forbidden === undefined ? (
            <ConfirmButton
              type="primary"
              loading={set.isPending}
              question={text.setSure}
              onConfirm={() => set.mutate()}
            >
              {text.set}
            </ConfirmButton>
          ) : (
            <ForbiddenButton reason={forbidden}>{text.set}</ForbiddenButton>
          )}
        </div>
      </div>
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

function Beside({ name, newest, cells }: { name: CommitmentName; newest: number; cells: Reading['cells'] }) {
  const text = useText(UPLOAD_TEXT)
  const language = useLanguage()
  const { count } = useFormat()
  const names = useMatrixNames(name.province, language)
  const { data: version } = useQuery<CommitmentVersion>(versionQuery(name, String(newest)))
  if (version === undefined) return null
  const difference = compareVersions(version.cells, cells)
  if (difference.cells.length === 0) return <p>{`${text.against} ${count(newest)}: ${text.same}`}</p>
  return (
    <>
      <p>
        {`${text.against} ${count(newest)}: ${count(difference.cells.length)} ${text.changed} · `}
        <Count value={difference.total.difference} as="signed" />
      </p>
      <DifferenceTable difference={{ ...difference, from: newest, to: newest + 1 }} names={names} />
    </>
  )
}
