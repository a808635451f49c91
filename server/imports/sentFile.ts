import type { Viewer } from '../access/policy.ts'
import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'

/** A file that the viewer sent to `/files`; nobody else’s. Throws BAD_USER_INPUT when it is not, or no longer, there. */
export async function sentFile(db: Context['db'], viewer: Viewer, id: string): Promise<{ bytes: Uint8Array; name: string }> {
  const file = await db.uploadedFile.findFirst({ where: { id, accountId: viewer.account! } })
  if (!file) throw invalid({ file: 'Ce fichier n’est plus gardé. Choisissez-le de nouveau.' })
  return file
}
