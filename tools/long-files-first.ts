import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = /\/(accessibility|permissions|kill-during-\w+|settling|commitments|main-job|demo)\.test\.ts$/

/**
 * Begins with the test files that take longest. Where no earlier run is known, as on a clean checkout, Vitest begins with
 * the largest ones, and a short file of many pages would be left over for one core at the end.
 */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- This sorts no array: it is Vitest's own order.
    const byDefault = await super.sort(files)
    const { long = [], short = [] } = Object.groupBy(byDefault, ({ moduleId }) =>
      LONG.test(moduleId) ? 'long' : 'short',
    )
    return [...long, ...short]
  }
}
