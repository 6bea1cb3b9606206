import { getMe } from '@rasad/contracts/access'
import { call } from '../../shared/api.ts'
import { useText } from '../../shared/language.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { SignInSteps } from './sign-in-steps.tsx'
import { SIGN_IN_TEXT } from './sign-in-text.ts'
import './access.css'

type SignInDialogProps = {
  /** Whose session ended. */
  userName: string
  onSame: () => void
  /** Somebody else signed in: what is on the page is not theirs. */
  onOther: () => void
}

/** Signing in again over the page that is open. */
export function SignInDialog({ userName, onSame, onOther }: SignInDialogProps) {
  const text = useText(SIGN_IN_TEXT)
  const goOn = async () => {
    const { user } = await call(getMe, {})
    if (user.userName === userName) onSame()
    else onOther()
  }
  return (
    <Dialog title={text.again} size="narrow">
      <p>{text.againWhy}</p>
      <SignInSteps first="name-and-password" filled={{ userName, password: '' }} onDone={() => void goOn()} />
    </Dialog>
  )
}
