import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { EXAMPLES } from '../src/examples.ts'
import { buildProgram } from '../src/program.ts'
import { makeFolder, rasad } from './rasad.ts'

const NOTHING = {
  folder: undefined,
  language: undefined,
  locale: undefined,
  databaseUrl: undefined,
  databaseOwnerUrl: undefined,
}

function pathOf(command: Command): string {
  return command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trim()
}

function leaves(command: Command): Command[] {
  const own = command.commands.filter((child) => child.name() !== 'help')
  return own.length === 0 ? [command] : own.flatMap(leaves)
}

test.each([
  { language: 'fa' as const, usage: 'کاربرد:' },
  { language: 'en' as const, usage: 'Usage:' },
])('every command says in $language what it does and takes the shared options', ({ language, usage }) => {
  const commands = leaves(buildProgram(language, NOTHING))

  expect(commands.length).toBeGreaterThan(20)
  for (const command of commands) {
    const help = command.helpInformation()
    expect(help).toContain(usage)
    for (const option of ['--data', '--json', '--lang', '--help']) expect(help).toContain(option)
    expect(/[\u0600-\u06ff]/u.test(command.description())).toBe(language === 'fa')
    expect(help).not.toContain('undefined')
  }
})

test('every example in the help is a call that its command takes', () => {
  const program = buildProgram('en', NOTHING)

  for (const command of leaves(program)) {
    const examples = EXAMPLES[pathOf(command)] ?? []
    expect(examples, pathOf(command)).not.toEqual([])
    for (const example of examples) {
      const words = example.match(/"[^"]*"|\S+/g) ?? []
      const { unknown } = command.parseOptions(words.slice(pathOf(command).split(' ').length))
      expect(example.startsWith(pathOf(command))).toBe(true)
      expect(unknown, example).toEqual([])
      for (const option of command.options.filter(({ mandatory }) => mandatory))
        expect(example).toContain(option.long)
    }
  }
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(leaves(program).map(pathOf).toSorted())
})

test('without a locale the command speaks Persian, on an English terminal English, and --lang goes before', async () => {
  const [bare, english, asked] = await Promise.all([
    rasad(['figures', '--help']),
    rasad(['figures', '--help'], { LANG: 'en_GB.UTF-8' }),
    rasad(['--lang', 'fa', 'figures', '--help'], { LANG: 'en_GB.UTF-8' }),
  ])

  expect(bare).toMatchObject({ code: 0, err: '' })
  expect(bare.out).toContain('کاربرد: rasad figures')
  expect(english.out).toContain('Usage: rasad figures')
  expect(asked.out).toBe(bare.out)
})

test('a word that is nearly right is answered with the right one', async () => {
  const refused = await rasad(['jobs', 'lst', '--lang', 'en'])

  expect(refused).toEqual({
    code: 2,
    out: '',
    err: 'The command lst is not known.\nPerhaps this is meant: list\n',
  })
  const program = await rasad(['jobs', 'lst', '--lang', 'en', '--json'])
  expect(program).toMatchObject({ code: 2, err: '' })
  expect(JSON.parse(program.out)).toEqual({
    code: 'usage',
    detail: 'The command lst is not known. Perhaps this is meant: list',
  })
})

test('a folder without data is refused by what does not begin one, and stays as it was', async () => {
  const folder = makeFolder()

  const refused = await rasad(['figures', '--period', '1404', '--lang', 'en', '--data', folder.path])

  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain(`There is no Rasad in the folder ${folder.path}`)
  expect(existsSync(folder.path)).toBe(false)
  folder.remove()
})
