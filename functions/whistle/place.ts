import type { Input } from '../../shared/contract'
import { inChina } from '../../shared/whistle/limits'

interface Spot {
  compound: string
  building: string | null
  entrance: string | null
}

/** How the place is called from now on: 盐溪桥小区 9栋1单元 · 楼梯. */
export function namePlace(spot: Spot, words: string | undefined): string {
  const at = [spot.compound, [spot.building, spot.entrance].filter(Boolean).join('')]
    .filter(Boolean)
    .join(' ')
  return words === undefined ? at : `${at} · ${words}`
}

/** Without the words beside it, which may tell whose door it is: for whoever is no part of it. */
export const barePlace = (place: string): string => place.split(' · ')[0]!

type Sent = Pick<Input<'whistle.submit'>, 'words' | 'photoIds' | 'pin'>

// a letter, an ideograph or a digit says something; signs and faces alone do not
const says = /[\p{L}\p{N}]/u

/** What is wrong with a report by itself. */
export function faultOfReport({ words, photoIds, pin }: Sent) {
  const pictured = (photoIds?.length ?? 0) > 0
  if (words === undefined && !pictured) return 'nothing_said' as const
  if (words !== undefined && !says.test(words) && !pictured) return 'only_signs' as const
  if (pin && !inChina(pin)) return 'pin_elsewhere' as const
  return undefined
}
