import type { AnswerOf, ChangeRoute } from '@rasad/contracts/define-route'
import { ConnectionLost, addressOf, changing, problemOf, type WordsOf } from './api.ts'
import { noteConnection } from './connection.ts'

/** Whoever waits for a file to arrive: told how much of it has left, and able to call it back. */
type Waiting = { signal: AbortSignal; onSent: (bytes: number) => void }

/** Sends a file by a contract and tells how much of it has left. Throws as `call` does, and AbortError when called back. */
export async function sendFile<R extends ChangeRoute>(
  contract: R,
  words: Omit<WordsOf<R>, 'body'> & { body: Blob; params?: object; query?: object },
  waiting: Waiting,
): Promise<AnswerOf<R>> {
  const { params = {}, query = {}, body } = words
  const address = addressOf(contract.path, params, query)
  return changing(async () => {
    const response = await transfer(contract.method, address, body, waiting)
    if (!response.ok) throw await problemOf(response)
    return response.json()
  })
}

// The browser tells how far a file has gone only of this kind of request.
function transfer(method: string, address: string, file: Blob, { signal, onSent }: Waiting) {
  return new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const callBack = () => request.abort()
    request.open(method, address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('load', () => {
      noteConnection(true)
      const type = request.getResponseHeader('content-type') ?? ''
      resolve(
        new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }),
      )
    })
    request.addEventListener('error', () => {
      noteConnection(false)
      reject(new ConnectionLost(request.status))
    })
    request.addEventListener('abort', () => reject(new DOMException('called back', 'AbortError')))
    request.addEventListener('loadend', () => signal.removeEventListener('abort', callBack))
    signal.addEventListener('abort', callBack)
    request.send(file)
  })
}
