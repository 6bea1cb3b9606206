/** A code, national ID, telephone number or file name: it runs from left to right in any text. */
export function Code({ children }: { children: string | number }) {
  return (
    <bdi dir="ltr" className="code">
      {children}
    </bdi>
  )
}
