import { splitCommitment } from '@rasad/contracts/commitments'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { call } from '../../shared/api.ts'
import { useKeptName } from '../../shared/draft.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { useMe } from '../../shared/session.ts'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { CommitmentFrame } from './commitment-frame.tsx'
import { versionQuery, versionsQuery, type CommitmentName } from './commitments-query.ts'
import { COMMITMENTS_TEXT } from './commitments-text.ts'
import { emptyForm, faultsOf, orderOfForm, type SplitForm } from './split-form.ts'
import { FactorFields } from './split-factors.tsx'
import { SplitPreview } from './split-preview.tsx'
import { SPLIT_TEXT } from './split-text.ts'
import { SplitProblem } from './split-problem.tsx'
import { AxisFields, FloorField, ReasonField, TotalField } from './split-fields.tsx'
import { useEarlierPeriods } from './use-earlier-periods.ts'
import { inForceOf } from './version-state.ts'
import './commitments.css'
import './split.css'

/** Splits a total by weights into a new draft. */
export function SplitPage() {
  const text = useText(SPLIT_TEXT)
  const search = useSearch({ from: '/commitments/split' })
  return (
    <CommitmentFrame text={text} search={search}>
      {(name) => <Split key={`${name.province}/${name.period}/${name.baseline}`} name={name} />}
    </CommitmentFrame>
  )
}

function Split({ name }: { name: CommitmentName }) {
  const text = useText(SPLIT_TEXT)
  const shared = useText(COMMITMENTS_TEXT)
  const language = useLanguage()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const earlier = useEarlierPeriods(name)
  const { versions } = useSuspenseQuery(versionsQuery(name)).data
  const inForce = inForceOf(versions)
  const current = versions.find(({ version }) => version === inForce)
  const keptAs = useKeptName('split')(`${name.province}.${name.period}.${name.baseline}`)
  const [form, setForm] = useState<SplitForm>(() => readKept(keptAs, emptyForm(earlier.length > 0, language)))
  const [isTried, setIsTried] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => sessionStorage.setItem(keptAs, JSON.stringify(form)), [form, keptAs])

  const make = useMutation({
    mutationFn: () => call(splitCommitment, { body: orderOfForm(name, form) }),
    onSuccess: async (version) => {
      sessionStorage.removeItem(keptAs)
      queries.setQueryData(versionQuery(name, String(version.version)).queryKey, version)
      await untilFresh(queries)
      await navigate({
        to: '/commitments/$version',
        params: { version: String(version.version) },
        search: { baseline: name.baseline },
      })
    },
  })
  const faults = faultsOf(form)
  const shownFaults = isTried ? faults : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (faults.length === 0) make.mutate()
    else box.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }
  const fields = {
    form,
    faults: shownFaults,
    onChange: (part: Partial<SplitForm>) => setForm((before) => ({ ...before, ...part })),
  }
  return (
    <div className="split">
      <form ref={box} className="split-form" onSubmit={submit} noValidate>
        <TotalField {...fields} inForce={current?.total ?? null} />
        <FactorFields {...fields} name={name} earlier={earlier} />
        <AxisFields {...fields} province={name.province} />
        <FloorField {...fields} />
        <ReasonField {...fields} />
        {make.isError && <SplitProblem error={make.error} form={form} province={name.province} />}
        <div className="edit-acts">
          <ForbiddenButton
            type="primary"
            htmlType="submit"
            loading={make.isPending}
            reason={me.may('commitment.set') ? undefined : shared.notAllowed}
          >
            {text.make}
          </ForbiddenButton>
        </div>
      </form>
      <SplitPreview name={name} form={form} />
    </div>
  )
}

function readKept(keptAs: string, otherwise: SplitForm): SplitForm {
  try {
    const kept: Partial<SplitForm> = JSON.parse(sessionStorage.getItem(keptAs) ?? '{}')
    return { ...otherwise, ...kept }
  } catch {
    return otherwise
  }
}
