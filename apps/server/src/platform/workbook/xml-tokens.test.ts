import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, createXmlTokenizer } from './xml-tokens.ts'
import { decodeCellText, encodeCellText } from './xml-text.ts'

function eventsOf(chunks: readonly string[]): string[] {
  const events: string[] = []
  const tokens = createXmlTokenizer('part', {
    open: (name, raw, empty) => events.push(`${empty ? 'empty' : 'open'} ${name} ${raw}`),
    close: (name) => events.push(`close ${name}`),
    text: (raw) => {
      const last = events.at(-1)
      if (last?.startsWith('text ') === true) events[events.length - 1] = last + raw
      else events.push(`text ${raw}`)
    },
  })
  for (const chunk of chunks) tokens.feed(chunk)
  tokens.end()
  return events
}

const DOCUMENT =
  '<?xml version="1.0"?><!-- a > b --><x:row r="1" note=\'a>b "c"\'><x:c/>متن &amp; 😀<![CDATA[<b>&]]></x:row><!---->'

test('a document means the same wherever its chunks are cut', () => {
  const whole = eventsOf([DOCUMENT])

  fc.assert(
    fc.property(fc.array(fc.nat(DOCUMENT.length)), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), DOCUMENT.length]
      expect(eventsOf(at.slice(1).map((end, index) => DOCUMENT.slice(at[index], end)))).toEqual(whole)
    }),
  )
  expect(whole).toEqual([
    'open row <x:row r="1" note=\'a>b "c"\'>',
    'empty c <x:c/>',
    'text متن &amp; 😀&lt;b&gt;&amp;',
    'close row',
  ])
})

test.each(['<!DOCTYPE a []><a/>', '<!doctype html><a/>', '<!ENTITY x "y"><a/>'])('%s is refused', (text) => {
  expect(() => eventsOf([text])).toThrow(
    expect.objectContaining({ params: { part: 'part', problem: 'doctype' } }),
  )
})

test.each(['<a><b></b>', '<a', '<a></a></a>', `<a ${'x'.repeat(2_000_000)}`])(
  'XML that stops in the middle is a damage',
  (text) => {
    expect(() => eventsOf([text])).toThrow('workbook.damaged')
  },
)

test('attributes are found by their whole name, in either quotes and with any spacing', () => {
  expect(attribute('<c r="A1" t="s">', 't')).toBe('s')
  expect(attribute('<c xr="A1" t="s">', 'r')).toBeUndefined()
  expect(attribute("<c r = 'A1'>", 'r')).toBe('A1')
  expect(attribute('<c\n r="A1"\tt="&quot;"/>', 't')).toBe('"')
})

test('every text comes back from XML as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decodeCellText(encodeCellText(text))).toBe(text)
    }),
  )
  expect(encodeCellText('_x0041_ \r \u0001')).toBe('_x005F_x0041_ _x000D_ _x0001_')
  expect(encodeCellText('a\ud800b')).toBe('a\ufffdb')
})
