/** The end of an event's public address: readable, unique by the end of its id, and never changed afterwards. */
export function slugOf(place: string, id: string): string {
  const readable = place.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40)
  return `${readable || 'operation'}-${id.replaceAll('-', '').slice(-8)}`
}
