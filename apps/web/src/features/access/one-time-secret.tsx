import { Alert, Button } from 'antd'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { CopyButton } from '../../shared/ui/copy-button.tsx'
import { USERS_TEXT } from './users-text.ts'

type OneTimeSecretProps = { title: string; about: string; secret: string; onDone: () => void }

/** A password or a key that is shown this once. */
export function OneTimeSecret({ title, about, secret, onDone }: OneTimeSecretProps) {
  const text = useText(USERS_TEXT)
  return (
    <Alert
      role="status"
      showIcon
      type="success"
      title={title}
      description={
        <div className="one-time">
          <output>
            <Code>{secret}</Code>
          </output>
          <span>{about}</span>
          <div className="form-acts">
            <CopyButton text={secret} />
            <Button size="small" onClick={onDone}>
              {text.done}
            </Button>
          </div>
        </div>
      }
    />
  )
}
