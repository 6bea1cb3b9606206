import type { Me } from '@rasad/contracts/access'

// Asks for what the first page needs while the scripts are still on their way. It imports no code: it runs first.

const { pathname, searchParams } = new URL(location.href)
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

function askForPage(): void {
  const province = searchParams.get('province') ?? localStorage.getItem('rasad.province')
  const period = searchParams.get('period')
  void ask('/provinces')
  if (province === null) return
  void ask('/periods', { province })
  if (period === null || !['/', '/figures'].includes(pathname)) return
  void ask('/agencies')
  void ask('/counties', { province })
  if (pathname === '/') {
    void ask('/figures', { province, period, by: 'county' })
    void ask('/figures', { province, period, by: 'agency' })
    return
  }
  const by = searchParams.get('by') ?? 'county'
  const isPlain = [...searchParams.keys()].every((name) => ['province', 'period', 'by'].includes(name))
  if (isPlain && FIRST_CUTS.includes(by)) void ask('/figures', { province, period, by })
}

/** Has the files of the page fetched that the build names for this address. */
function fetchFiles(): void {
  const named = document.querySelector<HTMLScriptElement>('script[data-files]')?.dataset['files'] ?? '{}'
  const files: Record<string, string[]> = JSON.parse(named)
  for (const href of files[pathname] ?? []) {
    const rel = href.endsWith('.css') ? 'stylesheet' : 'modulepreload'
    document.head.append(Object.assign(document.createElement('link'), { rel, href, crossOrigin: '' }))
  }
}

// Nobody who is not signed in is asked for more than who they are. Figures go before files: they take the server's time.
if (pathname !== '/sign-in')
  void ask('/me')
    .then(async (answer) => {
      const me: Me = await answer.clone().json()
      if (me.state === 'signed-in') askForPage()
    })
    .catch(() => undefined)
    .finally(fetchFiles)
