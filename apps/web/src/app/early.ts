import type { Me } from '@rasad/contracts/access'
import type { AnswerOf } from '@rasad/contracts/define-route'
import type { listPeriods } from '@rasad/contracts/periods'
import type { listProvinces } from '@rasad/contracts/places'
import type { getSystem } from '@rasad/contracts/system'

// Asks for what the first page needs while the scripts are still on their way. It imports no code: it runs first.

const { pathname, searchParams } = new URL(location.href)
const FIRST_PAGES = new Set(['/', '/figures'])
const FIRST_CUTS = ['county', 'agency', 'sector', 'month']
const asked = new Map<string, Promise<Response>>()
Object.assign(globalThis, { rasadEarly: asked })

function ask(path: string, words: Readonly<Record<string, string>> = {}): Promise<Response> {
  const search = new URLSearchParams(words).toString()
  const address = `/api${path}${search === '' ? '' : `?${search}`}`
  const answer = fetch(address)
  asked.set(address, answer)
  // Whoever takes the answer hears of the fault; nobody need.
  answer.catch(() => asked.delete(address))
  return answer
}

/** Asks for what the page at this address asks for first; the place is chosen as in `place-choice.ts`. */
async function askForPage({ scope, permissions }: Me): Promise<void> {
  const provinces = ask('/provinces')
  const isFirst = FIRST_PAGES.has(pathname) && permissions.includes('figure.read')
  if (isFirst) void ask('/agencies')
  const known = searchParams.get('province') ?? scope.province?.code ?? localStorage.getItem('rasad.province')
  const province = known ?? (await firstProvince(permissions, provinces))
  if (province === undefined) return
  const periods = ask('/periods', { province })
  if (!isFirst) return
  void ask('/counties', { province })
  if (pathname === '/') void ask('/map', { province })
  const period = searchParams.get('period') ?? (await latestPeriod(periods))
  if (period !== undefined) askForFigures({ province, period })
}

function askForFigures(place: { province: string; period: string }): void {
  if (pathname === '/') {
    void ask('/figures', { ...place, by: 'county' })
    void ask('/figures', { ...place, by: 'agency' })
    void ask('/queues', place)
    return
  }
  const by = searchParams.get('by') ?? 'county'
  const isPlain = [...searchParams.keys()].every((name) => ['province', 'period', 'by'].includes(name))
  if (isPlain && FIRST_CUTS.includes(by)) void ask('/figures', { ...place, by })
  void ask('/ledger/days', place)
}

async function firstProvince(
  permissions: Me['permissions'],
  provinces: Promise<Response>,
): Promise<string | undefined> {
  const system = permissions.includes('system.read') ? ask('/system') : undefined
  const { provinces: all } = await read<AnswerOf<typeof listProvinces>>(provinces)
  const positions = system ? (await read<AnswerOf<typeof getSystem>>(system)).positions : []
  const busiest = positions.toSorted((one, other) => other.batch - one.batch)[0]
  return busiest?.province ?? all[0]?.code
}

async function latestPeriod(answer: Promise<Response>): Promise<string | undefined> {
  const { periods } = await read<AnswerOf<typeof listPeriods>>(answer)
  return periods.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]?.period
}

/** What an answer says; whoever takes the answer reads it once more. */
async function read<T>(answer: Promise<Response>): Promise<T> {
  return (await answer).clone().json()
}

/** Has the files of the page fetched that the build names for this address, after what was asked of the server. */
function fetchFiles(): void {
  const named = document.querySelector<HTMLScriptElement>('script[data-files]')?.dataset['files'] ?? '{}'
  const files: Record<string, string[]> = JSON.parse(named)
  for (const href of files[pathname] ?? []) {
    const rel = href.endsWith('.css') ? 'stylesheet' : 'modulepreload'
    const fetchPriority = rel === 'stylesheet' ? 'high' : 'low'
    document.head.append(
      Object.assign(document.createElement('link'), { rel, href, crossOrigin: '', fetchPriority }),
    )
  }
}

// Nobody who is not signed in is asked for more than who they are. Figures go before files: they take the server's time.
if (pathname !== '/sign-in')
  void read<Me>(ask('/me'))
    .then((me) => {
      if (me.state === 'signed-in') askForPage(me).catch(() => undefined)
    })
    .catch(() => undefined)
    .finally(fetchFiles)
