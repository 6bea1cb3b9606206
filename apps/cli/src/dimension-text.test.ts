import { PROGRAMMES, readProgramme } from '@rasad/domain/commitments/programmes'
import { expect, test } from 'vitest'
import { kindText } from './dimension-text.ts'

test.each(PROGRAMMES)('%s is read back from the name it is shown by', (programme) => {
  expect(readProgramme(kindText('fa', programme))).toBe(programme)
  expect(readProgramme(kindText('en', programme))).toBe(programme)
})
