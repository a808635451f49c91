import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let engine: Promise<any> | undefined

/** Prisma's own engine, in its WebAssembly edition: nothing is downloaded. Once in a process, for its bindings hold one memory. */
export const schemaEngine = (): Promise<any> => (engine ??= instantiate())

async function instantiate(): Promise<any> {
  const bindings: any = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string)
  const root = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, '')
  const { instance } = await WebAssembly.instantiate(readFileSync(`${root}schema_engine_bg.wasm`), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings.SchemaEngine
}
