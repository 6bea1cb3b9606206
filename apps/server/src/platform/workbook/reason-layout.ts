import { withAttribute } from './xml-edit.ts'
import { attribute } from './xml-tokens.ts'

const REASON_WIDTH = 50

/** The height in points that shows a reason's lines; Excel shows no row higher than 409. */
export function reasonHeight(text: string): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / REASON_WIDTH)), 0)
  return Math.min(409, Math.max(1, lines) * 15)
}

/** The widths of a sheet's columns, with the reason column made wide. */
export function withReasonWidth(columns: readonly string[], reasonColumn: number, prefix: string): string {
  const number = reasonColumn + 1
  const kept = columns.flatMap((raw) => {
    const min = Number(attribute(raw, 'min'))
    const max = Number(attribute(raw, 'max'))
    if (number < min || number > max) return [raw]
    const left = number > min ? [withAttribute(raw, 'max', number - 1)] : []
    const right = number < max ? [withAttribute(raw, 'min', number + 1)] : []
    return [...left, ...right]
  })
  const own = `<${prefix}col min="${number}" max="${number}" width="${REASON_WIDTH}" customWidth="1"/>`
  const inOrder = [...kept, own].toSorted((a, b) => Number(attribute(a, 'min')) - Number(attribute(b, 'min')))
  return `<${prefix}cols>${inOrder.join('')}</${prefix}cols>`
}
