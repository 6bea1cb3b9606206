// Takes the pictures of the README from a demonstration: `npm run pictures`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { permissionsOf } from '@rasad/domain/access/roles'
import { chromium } from 'playwright-core'
import { buildHttp, localOperator, openRasad } from '../apps/server/src/app.ts'
import { loadDemonstration } from '../apps/server/src/modules/demonstration/demonstration.commands.ts'
import { buildWeb } from '../tools/build-web.ts'
import { startBrowser } from './browser.ts'

const FOLDER = resolve(import.meta.dirname, '../docs/pictures')
const PLACE = 'province=15&period=1404'
const PICTURES: Readonly<Record<string, string>> = {
  today: `/?${PLACE}`,
  breakdown: `/figures?${PLACE}&by=county`,
  commitment: `/commitments/1?${PLACE}`,
  verification: `/queues/verification?${PLACE}`,
}

await buildWeb()
const folder = mkdtempSync(join(tmpdir(), 'rasad-pictures-'))
const rasad = await openRasad({ folder })
await loadDemonstration(rasad, { actor: localOperator() })
const permissions = permissionsOf('labour-dg')
const http = buildHttp(rasad, {
  actor: { ...localOperator(), scope: { level: 'province', province: '15' }, permissions },
})
const url = await http.listen({ host: '127.0.0.1', port: 0 })
const served = await startBrowser()
const browser = await chromium.connect(served.wsEndpoint())
const page = await browser.newPage({ viewport: { width: 1360, height: 850 } })
mkdirSync(FOLDER, { recursive: true })
for (const [name, address] of Object.entries(PICTURES)) {
  await page.goto(url + address, { waitUntil: 'load' })
  await page.locator('h1').waitFor()
  // The stream of events never ends: what is drawn late is waited for by the clock.
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}
await browser.close()
await served.close()
http.server.closeAllConnections()
await http.close()
await rasad.close()
rmSync(folder, { recursive: true, force: true })
