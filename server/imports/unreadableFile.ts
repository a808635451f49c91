/** The file as a whole cannot be read; the message is a French sentence that says what to do. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}
