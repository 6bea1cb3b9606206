import { Button, Tooltip, type ButtonProps } from 'antd'
import { useId } from 'react'

type ForbiddenButtonProps = Omit<ButtonProps, 'disabled'> & {
  /** Why the act is not possible now, from the same rule that the server enforces; undefined when it is. */
  reason: string | undefined
}

/** A button that stays in place when its act is forbidden: reachable by keyboard, and read out with its reason. */
export function ForbiddenButton({ reason, onClick, className, ...button }: ForbiddenButtonProps) {
  const id = useId()
  if (reason === undefined)
    return <Button {...button} className={className ?? ''} {...(onClick && { onClick })} />
  return (
    <>
      <Tooltip title={reason}>
        <Button
          {...button}
          className={`forbidden ${className ?? ''}`}
          type="default"
          htmlType="button"
          aria-disabled="true"
          aria-describedby={id}
        />
      </Tooltip>
      <span id={id} className="visually-hidden">
        {reason}
      </span>
    </>
  )
}
