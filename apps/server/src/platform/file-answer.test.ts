import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentNamed } from './file-answer.ts'

const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? '')

test('a Persian name reaches the browser whole, and an old program gets an ASCII one', () => {
  const header = attachmentNamed('ارقام-لرستان-۱۴۰۴.xlsx', 'figures.xlsx')

  expect(nameIn(header)).toBe('ارقام-لرستان-۱۴۰۴.xlsx')
  expect(header).toMatch(/^attachment; filename="figures\.xlsx"; filename\*=UTF-8''%D8/)
})

test.each([
  'a"; filename="b.exe',
  '../../etc/passwd',
  'a\r\nset-cookie: x=1',
  '\u202egnp.exe',
  "a'b(c)*.csv",
  '\ud800',
])('the name %j cannot break out of its header', (name) => {
  const header = attachmentNamed(name, 'file')

  expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.%~-]*$/)
  expect(nameIn(header)).not.toMatch(/[\\/"\r\n\u202e]/)
})

test('whatever the name, the header is one line of ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(attachmentNamed(name, 'file')).toMatch(/^[\x20-\x7e]*$/)
    }),
  )
})
