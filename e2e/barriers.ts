import { AxeBuilder } from '@axe-core/playwright'
import type { Visit } from './visit.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What of WCAG 2.2 AA axe finds broken on the page: each rule with the element. */
export async function findBarriers({ page }: Visit): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
