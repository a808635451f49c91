import { UnreadableFile } from './unreadableFile.ts'

// Without a byte order mark, the zeros of ASCII characters tell UTF-16 and its direction.
function zeros(bytes: Uint8Array, parity: 0 | 1) {
  const start = bytes.subarray(0, 2_000)
  return start.filter((byte, index) => index % 2 === parity && byte === 0).length / Math.max(1, start.length / 2)
}

function utf8(bytes: Uint8Array) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// Excel for Windows and Excel for Mac each write CSV in an encoding of their own, and say nothing of it:
// the right one gives more of the characters that French uses.
function excelText(bytes: Uint8Array) {
  const french = (text: string) => text.match(/[éèêëàâçîïôùûÉÈÀÇœ’«»°\u00a0]/g)?.length ?? 0
  const [windows, macintosh] = ['windows-1252', 'macintosh'].map((encoding) => new TextDecoder(encoding).decode(bytes)) as [string, string]
  return french(macintosh) > french(windows) ? macintosh : windows
}

/** The text of a file whose encoding is unknown, without its byte order mark, line ends as `\n`. */
export function decodeText(bytes: Uint8Array) {
  const [first, second] = bytes
  const text =
    (first === 0xff && second === 0xfe) || zeros(bytes, 1) > 0.4 ? new TextDecoder('utf-16le').decode(bytes)
    : (first === 0xfe && second === 0xff) || zeros(bytes, 0) > 0.4 ? new TextDecoder('utf-16be').decode(bytes)
    : (utf8(bytes) ?? excelText(bytes))
  if (text.includes('\0')) throw new UnreadableFile('Ce fichier n’est pas un tableau. Choisissez un fichier .xlsx ou .csv.')
  return text.replace(/\r\n?/g, '\n')
}
