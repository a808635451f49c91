import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { UnreadableFile } from './unreadableFile.ts'

const MAX_TOTAL = 100_000_000
// Real workbooks stay under 50; deflate cannot exceed 1 032.
const MAX_RATIO = 200
const RATIO_COUNTS_FROM = 5_000_000

const inflate = promisify(inflateRaw) as (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const notAWorkbook = () => new UnreadableFile('Ce fichier n’est pas un classeur Excel lisible. Ouvrez-le dans votre tableur et enregistrez-le à nouveau au format .xlsx.')
const tooLarge = () => new UnreadableFile('Ce classeur est trop volumineux une fois décompressé. Copiez le calendrier seul dans un nouveau classeur et enregistrez-le.')

type Entry = { name: string; deflated: boolean; packed: number; size: number; at: number }

// Source: APPNOTE.TXT 6.3.10, sections 4.3.12 (central directory) and 4.3.16 (its end).
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw notAWorkbook()
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  // Anything between the directory and its end could be another directory, that another reader would follow.
  if (at + bytes.readUInt32LE(end + 12) !== end) throw notAWorkbook()
  return Array.from({ length: count }, () => {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw notAWorkbook()
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const entry = {
      name: bytes.toString('utf8', at + 46, nameEnd),
      deflated: bytes.readUInt16LE(at + 10) === 8,
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    }
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    return entry
  })
}

// A size that lies would let a bomb through: nothing may inflate beyond what it declares.
async function checkSize(bytes: Buffer, { deflated, packed, size, at }: Entry) {
  if (at + 30 > bytes.length) throw notAWorkbook()
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw notAWorkbook()
  if (!deflated) return
  try {
    await inflate(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, size) })
  } catch (thrown) {
    throw (thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notAWorkbook()
  }
}

/** Refuses what is not an Excel workbook, and what would fill the memory when opened; the sizes it declares are read first. */
export async function checkArchive(bytes: Buffer) {
  const entries = entriesOf(bytes)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > MAX_TOTAL || (total > RATIO_COUNTS_FROM && total > bytes.length * MAX_RATIO)) throw tooLarge()
  if (!entries.some(({ name }) => name.replace(/^\//, '') === 'xl/workbook.xml')) throw notAWorkbook()
  for (const entry of entries) await checkSize(bytes, entry)
}
