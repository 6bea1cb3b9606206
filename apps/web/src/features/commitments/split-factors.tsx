import { readCommitmentMatrix, SPLIT_FACTORS } from '@rasad/contracts/commitments'
import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { FileDropZone } from '../../shared/ui/file-drop-zone.tsx'
import type { CommitmentName } from './commitments-query.ts'
import { MatrixProblem } from './matrix-problem.tsx'
import type { SplitFieldProps } from './split-fields.tsx'
import type { FactorKind } from './split-form.ts'
import { FACTOR_TEXT, SPLIT_TEXT } from './split-text.ts'

type FactorFieldsProps = SplitFieldProps & {
  name: CommitmentName
  earlier: readonly { period: string; title: string }[]
}

/** What the split is weighed by, and how much each of it counts. */
export function FactorFields({ form, faults, onChange, name, earlier }: FactorFieldsProps) {
  const text = useText(SPLIT_TEXT)
  const { digits } = useFormat()
  const set = (kind: FactorKind, coefficient: string | undefined) => {
    const { [kind]: _before, ...others } = form.factors
    onChange({ factors: coefficient === undefined ? others : { ...others, [kind]: coefficient } })
  }
  const shown = faults.filter((fault) => fault !== 'totalNeeded' && fault !== 'agenciesNeeded')
  const asksPeriod = Object.keys(form.factors).some((kind) => kind.startsWith('last-'))
  return (
    <fieldset className="card split-group">
      <legend>{text.factors}</legend>
      <p className="field-about">{text.factorsAbout}</p>
      {SPLIT_FACTORS.map((kind) => (
        <FactorLine
          key={kind}
          kind={kind}
          coefficient={form.factors[kind]}
          isMissing={kind.startsWith('last-') && earlier.length === 0}
          onChange={(coefficient) => set(kind, coefficient)}
        />
      ))}
      {asksPeriod && earlier.length > 0 && (
        <label className="field-line">
          {text.fromPeriod}
          <Select
            value={form.fromPeriod ?? earlier[0]?.period ?? null}
            options={earlier.map(({ period, title }) => ({ value: period, label: digits(title || period) }))}
            onChange={(period) => onChange({ fromPeriod: period })}
          />
        </label>
      )}
      {form.factors.chosen !== undefined && <WeightsFile name={name} form={form} onChange={onChange} />}
      <p className="field-fault" role="status">
        {shown.map((fault) => text[fault]).join(' ')}
      </p>
    </fieldset>
  )
}

function FactorLine({
  kind,
  coefficient,
  isMissing,
  onChange,
}: {
  kind: FactorKind
  coefficient: string | undefined
  isMissing: boolean
  onChange: (coefficient: string | undefined) => void
}) {
  const text = useText(SPLIT_TEXT)
  const names = useText(FACTOR_TEXT)
  const { count } = useFormat()
  return (
    <div className="factor-line">
      <Checkbox
        checked={coefficient !== undefined}
        aria-disabled={isMissing}
        onChange={(event) => {
          if (!isMissing) onChange(event.target.checked ? count(1) : undefined)
        }}
      >
        {`${names[kind]} `}
        {isMissing && <small>{text.noEarlier}</small>}
      </Checkbox>
      {coefficient !== undefined && (
        <label className="field-line">
          {text.coefficient}
          <Input
            dir="ltr"
            inputMode="decimal"
            className="split-number"
            aria-label={`${text.coefficient}: ${names[kind]}`}
            value={coefficient}
            onChange={(event) => onChange(event.target.value)}
          />
        </label>
      )}
    </div>
  )
}

function WeightsFile({ name, form, onChange }: Pick<FactorFieldsProps, 'name' | 'form' | 'onChange'>) {
  const text = useText(SPLIT_TEXT)
  const { count } = useFormat()
  const read = useMutation({
    mutationFn: async (file: File) => {
      const query = { province: name.province, name: file.name }
      const { cells } = await call(readCommitmentMatrix, { query, body: file })
      return { file: file.name, values: cells }
    },
    onSuccess: (chosen) => onChange({ chosen }),
  })
  return (
    <>
      <FileDropZone
        label={text.weightsFile}
        about={text.weightsFileAbout}
        accept=".xlsx,.xls,.ods,.csv"
        onFile={(file) => read.mutate(file)}
      />
      {read.isError && <MatrixProblem error={read.error} />}
      {form.chosen !== null && (
        <p role="status">
          <Code>{form.chosen.file}</Code>
          {` · ${count(form.chosen.values.length)} ${text.weightsRead}`}
        </p>
      )}
    </>
  )
}
