declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Context = {
    oidc: {
      client?: { clientId: string }
      session?: { accountId?: string }
      provider: {
        Grant: new (of: { clientId: string; accountId: string }) => {
          addOIDCScope: (scope: string) => void
          save: () => Promise<string>
        }
      }
    }
  }
  type Configuration = {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[]
    claims: Record<string, string[]>
    cookies: { keys: string[] }
    features: { devInteractions: { enabled: boolean } }
    interactions: { url: (context: unknown, interaction: { uid: string }) => string }
    findAccount: (
      context: unknown,
      sub: string,
    ) => { accountId: string; claims: () => Record<string, unknown> }
    loadExistingGrant: (context: Context) => Promise<unknown>
  }

  /** What the tests use of the provider, which brings no types. */
  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } } | { error: string },
    ): Promise<void>
  }
}
