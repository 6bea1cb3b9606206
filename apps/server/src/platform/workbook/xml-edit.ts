import { createXmlTokenizer } from './xml-tokens.ts'
import { escapeXml } from './xml-text.ts'

/** What becomes of an opening tag: the text that replaces it, null to leave out the whole element, undefined to stay. */
export type TagEdit = (name: string, raw: string) => string | null | undefined

/** A small document with some of its tags replaced and some elements left out; comments are not kept. */
export function editXml(part: string, text: string, edit: TagEdit): string {
  const kept: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  let leftOut = 0
  const tokens = createXmlTokenizer(part, {
    open(name, raw, empty) {
      if (leftOut > 0) leftOut += empty ? 0 : 1
      else {
        const edited = edit(name, raw)
        if (edited === null) leftOut += empty ? 0 : 1
        else kept.push(edited ?? raw)
      }
    },
    close(_, raw) {
      if (leftOut > 0) leftOut -= 1
      else kept.push(raw)
    },
    text(raw) {
      if (leftOut === 0) kept.push(raw)
    },
  })
  tokens.feed(text.trimStart())
  tokens.end()
  return kept.join('')
}

function attributePattern(name: string): RegExp {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
}

/** The opening tag without an attribute. */
export function withoutAttribute(raw: string, name: string): string {
  return raw.replace(attributePattern(name), '')
}

/** The opening tag with an attribute set. */
export function withAttribute(raw: string, name: string, value: string | number): string {
  const end = raw.endsWith('/>') ? -2 : -1
  const bare = withoutAttribute(raw, name)
  return `${bare.slice(0, end).trimEnd()} ${name}="${escapeXml(String(value))}"${bare.slice(end)}`
}

/** The namespace prefix of a raw tag with its colon, or an empty text. */
export function prefixOf(raw: string): string {
  return /^<\/?([^\s:/>]+:)?/.exec(raw)?.[1] ?? ''
}
