/** A folder of reference files that does not hold together: every fault, as a French sentence that names its file and line. */
export class RefusedTerritory extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'))
  }
}

/** Collects what is wrong, so that one reading names everything. */
export class Faults {
  readonly sentences: string[] = []

  about(file: string, what: string): void {
    this.sentences.push(`${file} : ${what}`)
  }

  at(file: string, line: number, what: string): void {
    this.sentences.push(`${file}, ligne ${line} : ${what}`)
  }
}
