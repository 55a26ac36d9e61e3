import { dayOf } from '../../shared/kernel/time'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { homesOfBuilding, homesOfCommunity, homesOfCompound, showHome } from './queries'

export const listHomes = read('home.list', {
  load: ({ tx, input, now }) => {
    const after = readCursor(input.after, 'text', 'id')
    const values = [input.communityId, dayOf(now), after?.[0] ?? null, after?.[1] ?? null, input.find ?? null]
    if (input.buildingId !== undefined) return homesOfBuilding(tx, [...values, input.buildingId])
    if (input.compoundId !== undefined) return homesOfCompound(tx, [...values, input.compoundId])
    return homesOfCommunity(tx, values)
  },
  answer: ({ loaded }) =>
    pageOf(
      loaded,
      (h) => [h.sort_key, h.id],
      // not spread: that alone would cost as much as the rest of the answer
      (h) => Object.assign(showHome(h), { ties: h.ties, bound: h.bound }),
    ),
})
