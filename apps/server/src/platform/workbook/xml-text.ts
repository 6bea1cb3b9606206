const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text or attribute value as it is meant: the five named entities and numbers; anything else stays as written. */
export function decodeXml(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
      const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
    },
  )
}

/** A cell's or shared string's text: XML decoded, line ends as XML reads them, and Excel's `_x000D_` undone. */
export function decodeCellText(raw: string): string {
  const text = decodeXml(raw.includes('\r') ? raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : raw)
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Safe inside an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

// Characters that XML 1.0 cannot hold, a lone half of a pair, and text that Excel would take for such an escape.
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- Control characters are what is looked for.
  /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A cell's text as Excel writes it, every character kept. */
export function encodeCellText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '_') return '_x005F_'
    const escape = ESCAPES[character]
    if (escape !== undefined) return escape
    const code = character.charCodeAt(0)
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
    return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`
  })
}
