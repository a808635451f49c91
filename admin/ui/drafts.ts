const PREFIX = 'draft'
/** Once signed out, the page goes away, and nothing more is kept of it. */
let over = false

/** What one person typed and the server has not taken yet, kept in the tab: it outlives another screen, a reload and the end of a session. */
export const drafts = {
  of<T>(account: string, name: string) {
    const key = `${PREFIX}/${account}/${name}`
    return {
      keep: (typed: T) => { if (!over) sessionStorage.setItem(key, JSON.stringify(typed)) },
      found: (): T | undefined => {
        const kept = sessionStorage.getItem(key)
        return kept === null ? undefined : (JSON.parse(kept) as T)
      },
      forget: () => sessionStorage.removeItem(key),
    }
  },
  /** Whoever leaves leaves nothing behind. */
  forgetAll: () => {
    over = true
    Object.keys(sessionStorage).filter((key) => key.startsWith(`${PREFIX}/`)).forEach((key) => sessionStorage.removeItem(key))
  },
}
