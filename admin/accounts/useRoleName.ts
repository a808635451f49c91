import { useTranslate } from 'react-admin'

type Named = { role: string; department?: { name: string } | null; agency?: { name: string } | null }

/** “Responsable départemental (Seine-Saint-Denis)”, in the words of the screen. */
export function useRoleName() {
  const translate = useTranslate()
  return ({ role, department, agency }: Named) => {
    const place = agency?.name ?? department?.name
    return `${translate(`enums.Role.${role}`)}${place ? ` (${place})` : ''}`
  }
}
