/** What one check looked at, how much of it there was, and every problem as one printable line. */
export type Finding = { checked: number; unit: string; problems: string[] }

/** One line of the check: its name and the work behind it. */
export type Step = { name: string; run: () => Finding | Promise<Finding> }

/** A step that ran: its finding, or the fault that stopped it, and the seconds it took. */
export type StepResult = { name: string; finding: Finding; seconds: number }

/** Runs a step; a fault inside it is a problem, and so is a step that had nothing to look at. */
export async function runStep(step: Step): Promise<StepResult> {
  const startedAt = performance.now()
  let finding: Finding
  try {
    finding = await step.run()
  } catch (error) {
    finding = {
      checked: 0,
      unit: 'things',
      problems: [error instanceof Error ? error.message : String(error)],
    }
  }
  if (finding.checked === 0) {
    finding = { ...finding, problems: [...finding.problems, `${step.name} checked nothing`] }
  }
  return { name: step.name, finding, seconds: (performance.now() - startedAt) / 1000 }
}

/** The step's line, and under it one line per problem. */
export function describeStep({ name, finding, seconds }: StepResult): string {
  const { checked, unit, problems } = finding
  const verdict = problems.length === 0 ? 'ok  ' : 'FAIL'
  const count = problems.length === 0 ? '' : `, ${problems.length} problems`
  const line = `${verdict} ${name.padEnd(28)} ${checked} ${unit}${count}, ${seconds.toFixed(1)} s`
  return [line, ...problems.map((problem) => `       ${problem}`)].join('\n')
}

/** Starts the steps in two lanes and gives their results in the order of the list. None of them rejects. */
export function runInTwoLanes(steps: readonly Step[]): Promise<StepResult>[] {
  const results: Promise<StepResult>[] = []
  for (const [index, step] of steps.entries()) {
    const before: Promise<unknown> = results[index - 2] ?? Promise.resolve()
    results.push(before.then(() => runStep(step)))
  }
  return results
}
