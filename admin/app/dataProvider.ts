import { ApolloClient, ApolloError, HttpLink, InMemoryCache } from '@apollo/client/core'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import buildDataProvider from 'ra-data-graphql'
import { HttpError, type DataProvider } from 'react-admin'
import { buildQuery } from './buildQuery.ts'

export type Provider = DataProvider & {
  /** One question of a screen’s own; answers what the document calls `result`. */
  ask<R, V extends object>(document: TypedDocumentNode<{ result: R }, V>, variables: V): Promise<R>
  /** Sends a file and answers its identifier; `onProgress` hears the share sent, 0 to 1. */
  upload(file: File, onProgress: (share: number) => void, purpose?: 'contours'): Promise<string>
  /** Posts JSON beside GraphQL, and answers as it comes; a refusal is thrown as for a question. */
  post(path: string, body: object, signal: AbortSignal): Promise<Response>
}
/** What the server says beside its sentence. */
export type Refusal = { errors?: Record<string, string>; existing?: { id: string; name: string }; current?: Record<string, unknown>; retryAfterSeconds?: number }
type Extensions = { code?: string; fields?: Record<string, string>; existing?: Refusal['existing']; current?: Record<string, unknown>; retryAfterSeconds?: number }

const statusOf: Record<string, number> = {
  UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409, BAD_USER_INPUT: 422, TOO_MANY_REQUESTS: 429, INTERNAL_SERVER_ERROR: 500,
}
const AWAY = 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.'
const FAULT = 'Une erreur est survenue. Réessayez dans un instant.'

/** Speaks to the server as one membership; without one, as whoever the session’s cookie names. */
export function createDataProvider(uri: string, headers: Record<string, string> = {}): Provider {
  const client = new ApolloClient({
    link: new HttpLink({ uri, credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true', ...headers } }),
    cache: new InMemoryCache(),
    defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
  })
  const provider = buildDataProvider({
    client: client as never, introspection: false as never, buildQuery: buildQuery as never,
    // react-query keeps what screens share; a second cache would only mix the parts of a record that each screen asked.
    query: { fetchPolicy: 'no-cache' } as never, mutation: { fetchPolicy: 'no-cache' } as never,
  }) as unknown as Record<string, unknown>
  const own = {
    async ask(document: TypedDocumentNode<{ result: unknown }, object>, variables: object) {
      const isMutation = document.definitions.some((one) => one.kind === 'OperationDefinition' && one.operation === 'mutation')
      const asked = isMutation ? client.mutate({ mutation: document, variables }) : client.query({ query: document, variables })
      return (await asked).data!.result
    },
    async post(path: string, body: object, signal: AbortSignal) {
      const given = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body), signal }
      const response = await fetch(path, given).catch((thrown: Error) => { throw thrown.name === 'AbortError' ? thrown : new HttpError(AWAY, 503) })
      if (response.ok) return response
      const { message, extensions } = (await response.json().catch(() => ({}))) as { message?: string; extensions?: Extensions }
      throw message ? refusal(response.status, message, extensions ?? {}) : new HttpError(FAULT, 500)
    },
    upload: (file: File, onProgress: (share: number) => void, purpose?: string) => upload(new URL(purpose ? `/files?for=${purpose}` : '/files', new URL(uri, location.href)).href, headers, file, onProgress),
  }
  return new Proxy(provider, {
    get: (target, name: string) => {
      const method = own[name as keyof typeof own] ?? target[name]
      return typeof method !== 'function' ? method : (...args: unknown[]) => Promise.resolve((method as (...args: unknown[]) => unknown).apply(target, args)).catch(readable)
    },
  }) as unknown as Provider
}

/** What react-admin understands: a status for the session, `errors` by field for the form. */
function readable(error: { body?: ApolloError; message: string }): never {
  if (error instanceof HttpError && !error.body?.graphQLErrors) throw error.status ? error : new HttpError(AWAY, 503)
  const apollo = error instanceof ApolloError ? error : error.body
  const told = apollo?.graphQLErrors?.[0]
  const extensions = told?.extensions as Extensions | undefined
  const status = statusOf[extensions?.code ?? '']
  if (told && status) throw refusal(status, told.message, extensions!)
  if (apollo?.networkError && !('statusCode' in apollo.networkError)) throw new HttpError(AWAY, 503)
  if (!apollo) throw error
  throw new HttpError(FAULT, 500)
}

const refusal = (status: number, message: string, { fields, existing, current, retryAfterSeconds }: Extensions) =>
  new HttpError(message, status, { ...(fields ? { errors: fields } : {}), existing, current, retryAfterSeconds } satisfies Refusal)

// XMLHttpRequest, for fetch does not say how much was sent.
function upload(url: string, headers: Record<string, string>, file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onerror = () => reject(new HttpError(AWAY, 503))
    request.onload = () => {
      const answer = request.response as { id?: string; message?: string; extensions?: Extensions } | null
      if (answer?.id) resolve(answer.id)
      else reject(answer?.message ? refusal(request.status, answer.message, answer.extensions ?? {}) : new HttpError(FAULT, 500))
    }
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })
}
