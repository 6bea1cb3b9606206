const FOREIGN = /[٠-٩۰-۹]/

/** The text with Persian and Arabic digits written as Latin ones; the same string when it holds none. */
export function toLatinDigits(text: string): string {
  if (!FOREIGN.test(text)) return text
  let latin = ''
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isForeign = (code >= 0x06f0 && code <= 0x06f9) || (code >= 0x0660 && code <= 0x0669)
    latin += isForeign ? String.fromCharCode(0x30 + (code & 15)) : text.charAt(index)
  }
  return latin
}

/** The text with Latin and Arabic digits written as Persian ones, for display. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9٠-٩]/g, (digit) => String.fromCharCode(0x06f0 + (digit.charCodeAt(0) & 15)))
}
