import { v7 } from 'uuid'

/** Identifiers that a given instant always makes the same: a uuid v7 whose random part counts. */
export function sequence(now: Date): () => string {
  let count = 0
  return () => {
    count++
    // Multiplied by an odd number, a count fills 32 bits without ever repeating: ends of identifiers differ at sight.
    const mixed = Math.imul(count, 0x9e3779b1) >>> 0
    const random = new Uint8Array(16)
    new DataView(random.buffer).setUint32(12, mixed)
    return v7({ msecs: now.getTime(), seq: count, random })
  }
}
