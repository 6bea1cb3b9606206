import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { CopyButton } from '../../shared/ui/copy-button.tsx'
import { ACCOUNT_TEXT } from './account-text.ts'

/** Backup codes, shown this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const text = useText(ACCOUNT_TEXT)
  return (
    <section className="backup-codes" aria-label={text.backupCodes}>
      <h3>{text.backupCodes}</h3>
      <p>{text.backupWhy}</p>
      <ul>
        {codes.map((one) => (
          <li key={one}>
            <Code>{one}</Code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} />
    </section>
  )
}
