import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chownSync, readFileSync } from 'node:fs'

type Identity = { prefix: readonly string[]; uid?: number; gid?: number }

let identity: Identity | undefined

/**
 * PostgreSQL refuses to run as root. As root it runs in a one-user namespace, where the process is "nobody" to
 * itself and the files stay root's; where namespaces are forbidden, as an existing unprivileged account.
 */
function unprivilegedIdentity(): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  if (spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status === 0) return { prefix }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!account)
    throw new Error(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as.',
    )
  return { prefix: [], uid: Number(account[2]), gid: Number(account[3]) }
}

/** Starts a program as somebody who is not root; the same user when already so. */
export function spawnUnprivileged(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  identity ??= unprivilegedIdentity()
  const [first, ...rest] = [...identity.prefix, command, ...args]
  const account = identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.gid! }
  return spawn(first!, rest, { ...options, ...account })
}

/** Hands a folder to the account that PostgreSQL runs as, where that is another one than ours. */
export function giveToUnprivileged(folder: string): void {
  identity ??= unprivilegedIdentity()
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid!)
}
