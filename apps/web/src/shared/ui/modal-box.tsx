import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { BareDialog, type BareDialogProps } from './bare-dialog.tsx'

/** A box over the page in which the lists of the kit open above what stands there. */
export function ModalBox({ children, ...box }: Omit<BareDialogProps, 'children'> & { children: ReactNode }) {
  return (
    <BareDialog {...box}>
      {(shown) => <ConfigProvider getPopupContainer={() => shown}>{children}</ConfigProvider>}
    </BareDialog>
  )
}
