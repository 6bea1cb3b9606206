import type { CommitmentVersion } from '@rasad/contracts/commitments'
import { PROGRAMMES } from '@rasad/domain/commitments/programmes'
import { SECTORS } from '@rasad/domain/organisations/sectors'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useKeptName } from '../../shared/draft.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FOUND_BY_LABEL } from '../../shared/ui/found-by-label.ts'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { nameOfSearch, versionQuery, versionsQuery, type CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { EditBar } from './edit-bar.tsx'
import { useEdits } from './edit-history.ts'
import { MATRIX_TEXT } from './matrix-text.ts'
import { NotifyButton } from './notify-dialog.tsx'
import { OtherVersion } from './other-version.tsx'
import { SliceChoice } from './slice-choice.tsx'
import { useMatrixNames } from './use-matrix-names.ts'
import { useResplit } from './use-resplit.ts'
import { VersionFiles } from './version-files.tsx'
import { VersionFacts } from './version-facts.tsx'
import { VersionMatrix } from './version-matrix.tsx'
import './commitments.css'

const LOOK_AGAIN_MS = 15_000

/** One version of a commitment as its matrix, and what can be done with it. */
export function VersionPage() {
  const text = useText(COMMITMENTS_TEXT)
  const search = useSearch({ from: '/commitments/$version' })
  const { version } = useParams({ from: '/commitments/$version' })
  const name = nameOfSearch(search)
  if (name === undefined)
    return (
      <>
        <PageHead title={text.title} />
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} />
      </>
    )
  return (
    <Version
      key={`${name.province}/${name.period}/${name.baseline}/${version}`}
      name={name}
      number={version}
    />
  )
}

function Version({ name, number }: { name: CommitmentName; number: string }) {
  const text = useText(COMMITMENTS_TEXT)
  const matrix = useText(MATRIX_TEXT)
  const { count } = useFormat()
  const { data: version } = useSuspenseQuery(versionQuery(name, number))
  const { versions } = useSuspenseQuery({ ...versionsQuery(name), refetchInterval: LOOK_AGAIN_MS }).data
  const newest = versions[0]?.version ?? version.version
  const [seen] = useState(Math.max(newest, version.version))
  return (
    <>
      <PageHead
        title={`${text.titleOfVersion} ${count(version.version)}`}
        about={
          <>
            <Link to="/commitments" search={{ baseline: name.baseline }}>
              {text.back}
            </Link>
            {newest > version.version && (
              <>
                {` · ${matrix.newer} `}
                <Link
                  to="/commitments/$version"
                  params={{ version: String(newest) }}
                  search={{ baseline: name.baseline }}
                >
                  {`${matrix.toNewest}: ${count(newest)}`}
                </Link>
              </>
            )}
          </>
        }
        actions={
          <>
            <VersionFiles name={name} version={version.version} />
            <NotifyButton name={name} version={version} versions={versions} />
          </>
        }
      />
      <div className="commitments">
        <VersionFacts version={version} versions={versions} />
        {versions[0] !== undefined && newest > seen && (
          <Alert
            role="alert"
            type="warning"
            showIcon
            title={matrix.othersTitle}
            description={
              <>
                <OtherVersion head={versions[0]} />
                <p>{matrix.othersHere}</p>
              </>
            }
            action={
              <Link
                to="/commitments/compare"
                search={{ baseline: name.baseline, from: String(version.version), to: String(newest) }}
              >
                {matrix.seeDifference}
              </Link>
            }
          />
        )}
        <Editor name={name} version={version} seen={seen} />
      </div>
    </>
  )
}

type EditorProps = { name: CommitmentName; version: CommitmentVersion; seen: number }

function Editor({ name, version, seen }: EditorProps) {
  const matrix = useText(MATRIX_TEXT)
  const language = useLanguage()
  const me = useMe()
  const { sector, programme } = useSearch({ from: '/commitments/$version' })
  const navigate = useNavigate({ from: '/commitments/$version' })
  const slice = { sector, programme }
  const keptAs = useKeptName('commitment')(
    `${name.province}.${name.period}.${name.baseline}.${version.version}`,
  )
  const history = useEdits(keptAs)
  const { edits, act } = history
  const resplit = useResplit(version, edits)
  const names = useMatrixNames(name.province, language)
  const shown = useMemo(() => names.listOf(version.cells, edits.added), [names, version, edits.added])
  const readOnly = me.may('commitment.set') ? undefined : matrix.readOnly
  return (
    <>
      {readOnly === undefined && (
        <EditBar
          name={name}
          version={version}
          seen={seen}
          keptAs={keptAs}
          history={history}
          resplit={resplit}
          names={names}
        />
      )}
      <VersionMatrix
        version={version}
        agencies={shown.agencies}
        counties={shown.counties}
        slice={slice}
        edits={edits}
        act={act}
        resplit={resplit}
        readOnly={readOnly}
        tools={
          <div className="slice-choices">
            <SliceChoice
              axis="sector"
              cells={resplit.cells}
              order={SECTORS}
              value={sector}
              onChange={(code) =>
                void navigate({ search: (before) => ({ ...before, sector: code }), replace: true })
              }
            />
            <SliceChoice
              axis="programme"
              cells={resplit.cells}
              order={PROGRAMMES}
              value={programme}
              onChange={(code) =>
                void navigate({ search: (before) => ({ ...before, programme: code }), replace: true })
              }
            />
            {readOnly === undefined && (
              <Select
                className="no-print add-agency"
                aria-label={matrix.addAgency}
                placeholder={matrix.addAgency}
                value={null}
                showSearch={FOUND_BY_LABEL}
                options={names.others(shown.agencies)}
                onChange={(code: string | null) => {
                  if (code !== null)
                    act({ kind: 'do', change: (before) => ({ ...before, added: [...before.added, code] }) })
                }}
              />
            )}
          </div>
        }
      />
    </>
  )
}
