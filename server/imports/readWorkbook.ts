import { Worker } from 'node:worker_threads'
import { checkArchive } from './checkArchive.ts'
import type { Row } from './readTable.ts'
import { UnreadableFile } from './unreadableFile.ts'

export type WorkbookAnswer = { sheets: Row[][] } | { refusal: string }

const MAX_MEMORY_MB = 512
const MAX_SECONDS = 30

const unreadable = () => new UnreadableFile('Ce classeur ne se lit pas. Copiez le calendrier seul dans un nouveau classeur, sans mise en forme, et enregistrez-le au format .xlsx.')

/** The visible sheets of an Excel workbook, without their empty rows. Formulas are never evaluated: their stored result is read. */
export async function readWorkbook(bytes: Uint8Array): Promise<Row[][]> {
  await checkArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const answer = await answerOfThread(bytes)
  if ('refusal' in answer) throw new UnreadableFile(answer.refusal)
  return answer.sheets
}

// A few bytes can describe a merge of millions of cells: in a thread of its own, it costs
// neither the memory of the server nor the time of those who are not importing.
async function answerOfThread(bytes: Uint8Array) {
  const thread = new Worker(new URL('./readWorkbookThread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  })
  const slow = setTimeout(() => void thread.terminate(), MAX_SECONDS * 1000)
  try {
    return await new Promise<WorkbookAnswer>((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', () => reject(unreadable()))
      thread.once('exit', () => reject(unreadable()))
    })
  } finally {
    clearTimeout(slow)
    await thread.terminate()
  }
}
