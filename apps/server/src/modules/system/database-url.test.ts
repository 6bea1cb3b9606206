import path from 'node:path'
import { expect, test } from 'vitest'
import { asOwner, openOwnRasad, ownFolder } from '../../../test/own-rasad.ts'
import { buildHttp, localOperator, openRasad } from '../../app.ts'
import { compareFigures } from './figure-comparison.commands.ts'
import { makeBackup } from './backup.commands.ts'
import { runDrill } from './drill.commands.ts'
import { restoreBackup } from './restore.commands.ts'

const actor = localOperator()

test('a database of the operator is backed up, restored into an empty one, and drilled, by a login without special rights', async () => {
  using folder = ownFolder()
  await using server = await openOwnRasad(path.join(folder.at, 'server'))
  await asOwner(server.rasad, 'create role office login')
  await asOwner(server.rasad, 'grant rasad_app to office with admin option')
  for (const name of ['office', 'second']) await asOwner(server.rasad, `create database ${name} owner office`)
  const { host, port } = server.rasad.owner
  const urlOf = (name: string) =>
    `postgres://office@localhost/${name}?host=${encodeURIComponent(host!)}&port=${port}`

  const office = await openRasad({ folder: path.join(folder.at, 'office'), url: urlOf('office') })
  const http = buildHttp(office, { actor })
  try {
    await http.inject({
      method: 'POST',
      url: '/api/periods',
      payload: { province: '15', period: '1404', from: '1404-01-01', to: '1404-12-29' },
    })
    const backup = await makeBackup(office, {}, { actor, now: Date.now() })
    const order = { backup: backup.folder, folder: path.join(folder.at, 'second'), url: urlOf('second') }

    const restored = await restoreBackup(order, { actor })

    expect(restored).toMatchObject({ rows: backup.rows, check: { wrong: 0 } })
    const second = await openRasad({ folder: order.folder, url: order.url })
    const { differences } = await compareFigures(office.database, second.database, backup.provinces)
    await second.close()
    expect(differences).toEqual([])
    await expect(
      restoreBackup({ ...order, folder: path.join(folder.at, 'third') }, { actor }),
    ).rejects.toMatchObject({
      code: 'restore.database-not-empty',
    })
    const drilled = await runDrill(office, {}, { actor, now: Date.now() })
    expect(drilled).toMatchObject({ wrong: 0, rows: backup.rows })
  } finally {
    await http.close()
    await office.close()
  }
})
