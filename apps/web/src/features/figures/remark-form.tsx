import { writeRemark, type RemarkHistory } from '@rasad/contracts/remarks'
import { faultOfRemark, lengthOfRemark, LONGEST_REMARK, tidyRemark } from '@rasad/domain/remarks/remark'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { ApiProblem, call } from '../../shared/api.ts'
import { useDraft } from '../../shared/draft.ts'
import { useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { sentenceOfRefusal } from '../../shared/problem-text.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { REMARK_TEXT } from './remark-text.ts'
import type { RemarkedRow } from './remarks-query.ts'

type RemarkFormProps = {
  row: RemarkedRow
  versions: RemarkHistory['versions']
  onClose: () => void
}

/** Writes, alters or withdraws a remark; another's text that came meanwhile is shown beside one's own first. */
export function RemarkForm({ row, versions, onClose }: RemarkFormProps) {
  const text = useText(REMARK_TEXT)
  const { count } = useFormat()
  const queries = useQueryClient()
  const present = versions[0]
  const [first] = useState({ version: present?.version ?? 0, text: present?.text ?? '' })
  const [isTried, setIsTried] = useState(false)
  // What was typed goes with what was seen then, however much later it is sent.
  const { draft, change, discard } = useDraft(`remark.${Object.values(row).join('.')}`, {
    text: first.text,
    seen: first,
  })
  const { seen } = draft
  const refresh = () => queries.invalidateQueries({ queryKey: ['remarks'] })
  const send = useMutation({
    mutationFn: ({ written, version }: { written: string; version: number }) =>
      call(writeRemark, { body: { ...row, text: written, version } }),
    onSuccess: async () => {
      discard()
      await untilFresh(queries)
      onClose()
    },
    onError: refresh,
  })
  const isLate = send.error instanceof ApiProblem && send.error.problem.code === 'remark.changed-meanwhile'
  const version = isLate ? (present?.version ?? 0) : seen.version
  const tidy = tidyRemark(draft.text)
  const fault = useFault(tidy)
  return (
    <FormSheet
      label={text.remark}
      submit={isLate ? text.saveAnyway : text.save}
      error={isLate ? null : send.error}
      isBusy={send.isPending}
      onCancel={() => {
        discard()
        onClose()
      }}
      onSubmit={() => {
        setIsTried(true)
        if (tidy !== '' && fault === undefined) send.mutate({ written: tidy, version })
      }}
    >
      {isLate && (
        <ChangedMeanwhile
          title={text.meanwhile}
          changed={present ?? null}
          fields={[{ label: text.remark, seen: seen.text, now: present?.text ?? '', mine: tidy }]}
        />
      )}
      <Field
        label={text.remark}
        hint={`${text.hint} · ${count(lengthOfRemark(tidy))} ${text.of} ${count(LONGEST_REMARK)}`}
        fault={fault ?? (isTried && tidy === '' ? text.needed : undefined)}
      >
        {(marks) => (
          <Input.TextArea
            {...marks}
            autoFocus
            dir="auto"
            rows={5}
            value={draft.text}
            onChange={({ target }) => change({ text: target.value, seen })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit()
            }}
          />
        )}
      </Field>
      {present !== undefined && present.text !== '' && (
        <div>
          <ConfirmButton
            danger
            size="small"
            question={text.withdrawSure}
            onConfirm={() => send.mutate({ written: '', version })}
          >
            {text.withdraw}
          </ConfirmButton>
        </div>
      )}
    </FormSheet>
  )
}

/** What is wrong with a text, in the words in which the server would refuse it. */
function useFault(text: string): string | undefined {
  const language = useLanguage()
  const fault = faultOfRemark(text)
  if (fault === undefined) return undefined
  const params = { length: lengthOfRemark(text), longest: LONGEST_REMARK }
  return sentenceOfRefusal(language, { code: `remark.${fault}`, params })
}
