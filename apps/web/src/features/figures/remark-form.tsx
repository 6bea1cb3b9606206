import { writeRemark, type RemarkHistory } from '@rasad/contracts/remarks'
import { faultOfRemark, lengthOfRemark, LONGEST_REMARK, tidyRemark } from '@rasad/domain/remarks/remark'
import { Input } from 'antd'
import { call } from '../../shared/api.ts'
import { useFormat } from '../../shared/fa.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { sentenceOfRefusal } from '../../shared/problem-text.ts'
import { ChangedMeanwhile } from '../../shared/ui/changed-meanwhile.tsx'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { Field, FormSheet } from '../../shared/ui/form-sheet.tsx'
import { useVersionedForm } from '../../shared/versioned-form.ts'
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
  const present = versions[0]
  const standing = { version: present?.version ?? 0, text: present?.text ?? '' }
  const { seen, draft, change, isTried, isLate, sheet, submit, sendWords } = useVersionedForm(standing, {
    name: `remark.${Object.values(row).join('.')}`,
    first: (before) => ({ text: before.text }),
    send: (typed, version) => call(writeRemark, { body: { ...row, text: tidyRemark(typed.text), version } }),
    lateCode: 'remark.changed-meanwhile',
    shownBy: ['remarks'],
    onDone: onClose,
    onCancel: onClose,
  })
  const tidy = tidyRemark(draft.text)
  const fault = useFault(tidy)
  return (
    <FormSheet
      label={text.remark}
      submit={isLate ? text.saveAnyway : text.save}
      onSubmit={() => submit(tidy !== '' && fault === undefined)}
      {...sheet}
    >
      {isLate && (
        <ChangedMeanwhile
          title={text.meanwhile}
          changed={present ?? null}
          fields={[{ label: text.remark, seen: seen.text, now: standing.text, mine: tidy }]}
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
            onChange={({ target }) => change({ text: target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit()
            }}
          />
        )}
      </Field>
      {standing.text !== '' && (
        <div>
          <ConfirmButton
            danger
            size="small"
            question={text.withdrawSure}
            onConfirm={() => sendWords({ text: '' })}
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
