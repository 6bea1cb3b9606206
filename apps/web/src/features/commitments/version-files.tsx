import { getCommitmentNotice, getCommitmentWorkbook } from '@rasad/contracts/papers'
import { Button } from 'antd'
import { addressOf } from '../../shared/api.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import type { CommitmentName } from './commitments-query.ts'
import { MATRIX_TEXT } from './matrix-text.ts'

/** A version as files: the matrix that can be read in again, and the letters that notify it. */
export function VersionFiles({ name, version }: { name: CommitmentName; version: number }) {
  const text = useText(MATRIX_TEXT)
  const language = useLanguage()
  const query = { ...name, version, language }
  return (
    <>
      <Button href={addressOf(getCommitmentWorkbook.path, {}, query)}>{text.excel}</Button>
      <Button href={addressOf(getCommitmentNotice.path, {}, query)}>{text.letters}</Button>
    </>
  )
}
