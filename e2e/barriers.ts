import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules among them that can come out differently in another theme: all others read no colour. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** What of WCAG 2.2 AA axe finds broken on the page: each rule with the element. */
export function findBarriers({ page }: { page: Page }): Promise<string[]> {
  return barriersIn(page, (axe) => axe.withTags(RULES))
}

/** The same of colours alone, for a page of which all else has been looked at in another theme. */
export function findColourBarriers({ page }: { page: Page }): Promise<string[]> {
  return barriersIn(page, (axe) => axe.withRules(COLOUR_RULES))
}

/** What all of axe's rules, its recommendations too, find broken within the open dialog. */
export function findBarriersInDialog({ page }: { page: Page }): Promise<string[]> {
  return barriersIn(page, (axe) => axe.include('dialog'))
}

async function barriersIn(page: Page, asked: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Without frames there is nothing to gather in a page of axe's own, which takes as long as all rules.
  if (page.frames().length > 1) throw new Error('a frame of the page would not be looked at')
  // Where axe has come once it stays: its 1.3 MB would be sent again, twice, for every look at one page.
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  // Of the rules that hold nothing is told, so nothing is gathered.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  const { violations } = await asked(axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
