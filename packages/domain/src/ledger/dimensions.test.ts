import { expect, test } from 'vitest'
import { DIMENSIONS, readDimension, splitsCommitments } from './dimensions.ts'

test('a dimension is read as it is typed on a command line and in an address', () => {
  expect(['job-type', 'jobType', ' county '].map(readDimension)).toEqual(['jobType', 'jobType', 'county'])
  expect(['bank', '', 'JOBTYPE'].map(readDimension)).toEqual([undefined, undefined, undefined])
})

test('a commitment is split by province, county, agency and sector alone', () => {
  expect(DIMENSIONS.filter(splitsCommitments)).toEqual(['province', 'county', 'agency', 'sector'])
})
