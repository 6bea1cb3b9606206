import { budgetText, type Figure } from './figure.ts'

const NUMBER = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })

/** What the run took place on. */
export type Machine = { cores: number; memoryGb: number; node: string; postgres: string }

/** The figures as a table in Markdown, below a line about the machine; what each is made of follows it. */
export function figureTable(
  { cores, memoryGb, node, postgres }: Machine,
  figures: readonly Figure[],
): string {
  const lines = [
    `${cores} cores, ${memoryGb} GB, Node ${node}, PostgreSQL ${postgres}`,
    '',
    ...aligned([['measure', 'what', 'ours', 'peer', 'ratio', 'rounds', 'budget', ''], ...figures.map(row)]),
  ]
  for (const { measure, name, details } of figures) {
    const parts = Object.entries(details).map(([part, value]) => `${part} ${NUMBER.format(value)}`)
    if (parts.length > 0) lines.push('', `${measure}, ${name}: ${parts.join(' · ')}`)
  }
  return lines.join('\n')
}

function row(figure: Figure): string[] {
  const { measure, name, peerName, ours, peer, unit, ratio, lowest, highest, rounds, met } = figure
  return [
    measure,
    name,
    `${NUMBER.format(ours)} ${unit}`,
    `${NUMBER.format(peer)} ${unit}, ${peerName}`,
    `${NUMBER.format(ratio)} (${NUMBER.format(lowest)}–${NUMBER.format(highest)})`,
    String(rounds),
    budgetText(figure),
    met === null ? '' : met ? 'met' : 'missed',
  ]
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const [head, ...body] = rows
  return [line(head!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)]
}
