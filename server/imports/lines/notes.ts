/** `code` is a stable name, `column` the header of the column it is about, `sentence` says in French what is wrong and what to do. */
export type Finding = { code: string; column: string | null; sentence: string }
export type Say = (code: string, column: string, sentence: string) => null
export type Notes = { findings: Finding[]; reject: Say; warn: Say; isRejected: () => boolean }

/** What is found on one line. Saying answers null, so that a reading that fails is one expression. */
export function openNotes(): Notes {
  const findings: Finding[] = []
  let rejected = false
  const warn: Say = (code, column, sentence) => {
    findings.push({ code, column, sentence })
    return null
  }
  const reject: Say = (...finding) => {
    rejected = true
    return warn(...finding)
  }
  return { findings, warn, reject, isRejected: () => rejected }
}
