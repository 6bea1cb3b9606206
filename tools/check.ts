import { checkBoundaries } from './boundaries.ts'
import { describeStep, runInTwoLanes } from './finding.ts'
import type { Step } from './finding.ts'
import { houseRules } from './house-rules.ts'
import { PROJECT_ROOT } from './run-tool.ts'
import {
  checkDeadCode,
  checkFormat,
  checkGenerated,
  checkLint,
  checkTypes,
  hasGenerator,
} from './static-tools.ts'
import { describeCount, runTests } from './test-run.ts'

const root = PROJECT_ROOT
const generated: Step[] = hasGenerator(root)
  ? [{ name: 'generated files', run: () => checkGenerated(root) }]
  : []
const staticSteps: Step[] = [
  { name: 'format', run: () => checkFormat(root) },
  { name: 'lint and types', run: () => checkLint(root) },
  { name: 'the domain without Node', run: () => checkTypes(root, 'packages/domain/tsconfig.pure.json') },
  { name: 'boundaries', run: () => checkBoundaries(root) },
  { name: 'dead code', run: () => checkDeadCode(root) },
  ...generated,
  ...houseRules(root),
]

let sound = true
for (const pending of runInTwoLanes(staticSteps)) {
  const result = await pending
  console.log(describeStep(result))
  sound &&= result.finding.problems.length === 0
}

if (!sound) {
  console.log('The tests were not run: mend what is listed above first.')
  process.exitCode = 1
} else {
  const count = await runTests(root)
  console.log(describeCount(count))
  process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1
}
