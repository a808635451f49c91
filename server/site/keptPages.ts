import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool, PoolClient } from 'pg'

/** A page as it was made. */
export type Made = { type: string; body: string }
/** What is answered where there is no such page. A function: an answer of fastify’s, waited for, is nothing any more. */
export type Otherwise = () => FastifyReply
type Kept = Made & { etag: string; gzip?: Buffer; madeAt: number }
type Make = () => Promise<Made | Otherwise>
export type KeptPages = Awaited<ReturnType<typeof keptPages>>

/** Beyond, all are made again: addresses with a search are without number. */
const MOST_KEPT = 500
/** Pages speak of what is still to come: they age by themselves too. */
const OLDEST_MS = 60_000
const LISTEN_AGAIN_MS = 2_000

/**
 * Keeps public pages as they were made until PostgreSQL tells that something public changed, whichever replica changed
 * it (channel `announced`: see the migrations). While it cannot be heard, nothing is kept.
 */
export async function keptPages(pool: Pool, now: () => Date) {
  const kept = new Map<string, Kept>()
  let generation = 0
  let ear: PoolClient | undefined
  let stopHearing = () => {}
  let stopped = false
  const forget = () => {
    generation++
    kept.clear()
  }

  async function listen(): Promise<void> {
    let mine: PoolClient | undefined
    const lost = () => {
      if (!mine) return
      const gone = mine
      mine = ear = undefined
      forget()
      gone.release(true)
      if (!stopped) setTimeout(listen, LISTEN_AGAIN_MS).unref()
    }
    try {
      mine = await pool.connect()
      stopHearing = lost
      mine.on('notification', forget).once('error', lost).once('end', lost)
      await mine.query('LISTEN announced')
      forget()
      ear = mine
    } catch {
      if (mine) lost()
      else if (!stopped) setTimeout(listen, LISTEN_AGAIN_MS).unref()
    }
  }

  async function pageOf(key: string, make: Make): Promise<Kept | Otherwise> {
    const found = kept.get(key)
    const madeAt = now().getTime()
    if (found && Math.abs(madeAt - found.madeAt) < OLDEST_MS) return found
    const before = generation
    const made = await make()
    if (typeof made === 'function') return made
    const page: Kept = { ...made, etag: `"${hash('sha1', made.body, 'base64url')}"`, madeAt }
    if (kept.size >= MOST_KEPT) kept.clear()
    // What changed while the page was made may be missing from it.
    if (ear && before === generation) kept.set(key, page)
    return page
  }

  await listen()
  return {
    /** Answers with the page of this key, made only if it is not kept; 304 to whoever has it. */
    async answer(request: FastifyRequest, reply: FastifyReply, key: string, make: Make): Promise<FastifyReply> {
      const page = await pageOf(key, make)
      if (typeof page === 'function') return page()
      reply.type(page.type).header('etag', page.etag).header('vary', 'accept-encoding').header('cache-control', 'public, max-age=60')
      if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(page.body)
      return reply.header('content-encoding', 'gzip').send((page.gzip ??= gzipSync(page.body)))
    },
    stop() {
      stopped = true
      stopHearing()
    },
  }
}
