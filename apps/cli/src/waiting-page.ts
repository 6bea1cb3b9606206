import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { formattingOf } from '@rasad/domain/persian/formatting'
import { DEMO_TEXT } from './demo-text.ts'
import type { Language } from './language.ts'
import type { ProgressBar } from './progress-bar.ts'

/** What answers at the address of a server that is not there yet. */
export type WaitingPage = Pick<ProgressBar, 'show'> & { close: () => Promise<void> }

type Told = { said: string; progress: number }

/** Where the page asks how far it has come. */
const PROGRESS = '/loading'
const ASKS_EVERY_MS = 700

/**
 * Answers every request with 503: a browser with a page that tells how far the loading has come and opens the real one
 * when that answers, anybody else with the progress as JSON. Throws what listening throws, such as EADDRINUSE.
 */
export async function openWaitingPage(
  { host, port }: { host: string; port: number },
  language: Language,
): Promise<WaitingPage> {
  const { percent } = formattingOf(language)
  let told: Told = { said: '', progress: 0 }
  const server = createServer((request, response) => answer(request, response, language, told))
  server.listen(port, host)
  await once(server, 'listening')
  return {
    show: (label, progress = 0) => {
      told = { said: `${label} · ${percent(Math.round(progress * 1000) / 10)}`, progress }
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function answer(request: IncomingMessage, response: ServerResponse, language: Language, told: Told): void {
  const nonce = randomBytes(16).toString('base64')
  const isBrowser = request.headers.accept?.includes('text/html') ?? false
  response.writeHead(request.url === PROGRESS ? 200 : 503, {
    'retry-after': '2',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-type': isBrowser ? 'text/html; charset=utf-8' : 'application/json',
    'content-security-policy': `default-src 'none'; connect-src 'self'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-ancestors 'none'`,
  })
  response.end(isBrowser ? pageOf(language, told, nonce) : JSON.stringify(told))
}

function pageOf(language: Language, { said, progress }: Told, nonce: string): string {
  const text = DEMO_TEXT[language]
  return `<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text.product}</title>
<style nonce="${nonce}">
  body { display: grid; place-content: center; min-block-size: 100vh; margin: 0; font: 16px/1.9 Vazirmatn, Tahoma, sans-serif; }
  main { inline-size: min(90vw, 30rem); }
  h1 { margin: 0; color: #0d7a8f; }
  p { margin: 0; }
  progress { inline-size: 100%; block-size: 1rem; accent-color: #0d7a8f; }
</style>
</head>
<body>
<main>
<h1>${text.product}</h1>
<p>${text.loadingPage}</p>
<progress max="1" value="${progress}" aria-label="${text.loading}"></progress>
<p id="said">${said}</p>
</main>
<script nonce="${nonce}">
  const ask = async () => {
    try {
      const answer = await fetch('${PROGRESS}', { cache: 'no-store' })
      if (!answer.ok) return location.reload()
      const { said, progress } = await answer.json()
      document.querySelector('#said').textContent = said
      document.querySelector('progress').value = progress
    } catch {}
    setTimeout(ask, ${ASKS_EVERY_MS})
  }
  setTimeout(ask, ${ASKS_EVERY_MS})
</script>
</body>
</html>
`
}
