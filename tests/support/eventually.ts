/** What a job does later: asks again until the answer is there; fails with the last answer after ten seconds. */
export async function eventually<T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  for (const until = performance.now() + 10_000; ; await new Promise((resume) => setTimeout(resume, 30))) {
    const found = await look()
    if (isThere(found)) return found
    if (performance.now() > until) throw new Error(`Still not there: ${JSON.stringify(found)}`)
  }
}
