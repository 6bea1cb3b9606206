import { localOperator, type Rasad } from '@rasad/server/open-rasad'
import {
  isEmptyInstallation,
  loadDemonstration,
  type Demonstration,
} from '@rasad/server/modules/demonstration/demonstration.commands'
import { selectProvinces } from '@rasad/server/modules/places/places.queries'
import { readSnapshot } from '@rasad/server/platform/db'
import { CliRefusal } from './cli-refusal.ts'
import { addDeskCommand, type Branch } from './command.ts'
import { DEMO_TEXT } from './demo-text.ts'
import { formattingOf } from '@rasad/domain/persian/formatting'
import type { Language } from './language.ts'
import { openProgressBar, type ProgressBar } from './progress-bar.ts'
import { findRunningServer } from './running-server.ts'
import { tableLines } from './table-printing.ts'

/** `rasad demo`. */
export function addDemoCommand(branch: Branch): void {
  const { language } = branch
  const text = DEMO_TEXT[language]
  const shape = { name: 'demo', summary: text.demo, details: text.demoDetails, beginsFolder: true } as const
  addDeskCommand(branch, shape, async ({ rasad, folder, bar }) => {
    const running = await findRunningServer(folder)
    if (running) throw new CliRefusal('service.running', running.url)
    const value = await load(rasad, language, bar)
    return { value, lines: () => demonstrationLines(language, value) }
  })
}

/** Whether `rasad start` loads the demonstration first: where nothing has been entered yet. */
export async function needsDemonstration(rasad: Rasad): Promise<boolean> {
  return readSnapshot(rasad.database, isEmptyInstallation)
}

/** Loads the demonstration and tells on the terminal and on a page how far it has come. */
export async function loadFirst(
  rasad: Rasad,
  language: Language,
  page: Pick<ProgressBar, 'show'>,
): Promise<void> {
  const bar = openProgressBar(language)
  const show = (label: string, progress?: number) => {
    bar.show(label, progress)
    page.show(label, progress)
  }
  try {
    await load(rasad, language, { show })
  } finally {
    bar.end()
  }
}

async function load(
  rasad: Rasad,
  language: Language,
  bar: Pick<ProgressBar, 'show'>,
): Promise<Demonstration> {
  const text = DEMO_TEXT[language]
  const provinces = await readSnapshot(rasad.database, selectProvinces)
  const nameOf = (code: string) => {
    const province = provinces.find((each) => each.code === code)
    return (language === 'fa' ? province?.nameFa : province?.nameEn) ?? code
  }
  return loadDemonstration(rasad, {
    actor: localOperator(),
    onProgress: ({ province, progress }) => bar.show(`${text.loading}: ${nameOf(province)}`, progress),
  })
}

function demonstrationLines(language: Language, { sources }: Demonstration): string[] {
  const text = DEMO_TEXT[language]
  const { count, digits } = formattingOf(language)
  const columns = [
    { header: text.province, align: 'start' as const },
    { header: text.period, align: 'start' as const },
    { header: text.figure, align: 'start' as const },
    { header: text.value, align: 'end' as const },
    { header: text.source, align: 'start' as const },
  ]
  const rows = sources.map(({ province, period, figure, month, value, source }) => [
    digits(province),
    digits(month ?? period),
    text[figure],
    count(value),
    source,
  ])
  return [text.marked, '', ...tableLines(columns, rows)]
}
