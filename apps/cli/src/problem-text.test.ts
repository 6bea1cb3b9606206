import { Problem } from '@rasad/server/platform/problem'
import { expect, test } from 'vitest'
import { problemSentence } from './problem-text.ts'

const mismatch = new Problem('commitment.does-not-add-up', {
  mismatches: [
    { agency: 'LABOR', line: 3, stated: 1201, sum: 1200 },
    { line: 9, stated: 10, sum: 11 },
  ],
})

test('a commitment that does not add up names every line that does not hold', () => {
  expect(problemSentence('fa', mismatch).split('\n').slice(1)).toEqual([
    '  سطر ۳، دستگاه LABOR: نوشته شده ۱٬۲۰۱، جمع خانه‌ها ۱٬۲۰۰',
    '  سطر ۹، جمع کل: نوشته شده ۱۰، جمع خانه‌ها ۱۱',
  ])
  expect(problemSentence('en', mismatch).split('\n').slice(1)).toEqual([
    '  line 3, agency LABOR: stated 1,201, the cells sum to 1,200',
    '  line 9, the total: stated 10, the cells sum to 11',
  ])
})

test('a refused step is told with the words of state and step', () => {
  const refused = new Problem('job.wrong-state', { state: 'agency-confirmed', step: 'mark-duplicate' })

  expect(problemSentence('fa', refused)).toContain('گام «ثبت تکراری» از وضعیت «تأییدشدهٔ دستگاه»')
  expect(problemSentence('en', refused)).toContain('"mark duplicate" cannot be taken from "agency confirmed"')
})
