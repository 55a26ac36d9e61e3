import type { Nearness } from '../../shared/care/states'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { digestOf, loadCare, propose } from './proposing'

export const proposeLinks = read('care.propose', {
  load: ({ tx, input, now }) => loadCare(tx, input.communityId, now),
  answer({ input, loaded }) {
    const { homes, carers, buildings } = loaded
    if (carers.length === 0) throw new Refused('nobody_to_care')
    const links = propose(loaded, input.atMost === undefined ? undefined : Number(input.atMost))
    const home = new Map(homes.map((h) => [h.id, h]))
    const member = new Map(carers.map((c) => [c.checkin_id, { ...c }]))
    const near = new Map(buildings.map((b) => [b.id, { homes: 0, same: 0, neighbour: 0, far: 0 }]))
    const total: Record<Nearness, number> = { same: 0, neighbour: 0, far: 0 }
    for (const { homeId, checkinId, nearness } of links) {
      const counts = near.get(home.get(homeId)!.building_id)!
      counts.homes++
      counts[nearness]++
      total[nearness]++
      member.get(checkinId)!.homes++
    }
    const loads = new Map<number, number>()
    for (const { homes } of member.values()) loads.set(homes, (loads.get(homes) ?? 0) + 1)
    return {
      digest: digestOf(links, homes.length),
      homes: links.length,
      members: new Set(links.map((l) => l.checkinId)).size,
      ...total,
      left: homes.length - links.length,
      loads: [...loads].map(([homes, members]) => ({ homes, members })).sort((a, b) => a.homes - b.homes),
      buildings: buildings
        .filter((b) => near.get(b.id)!.homes > 0)
        .map((b) => ({ buildingId: b.id, compound: b.compound, name: b.name, ...near.get(b.id)! })),
      sample: links.slice(0, 20).map((l) => ({
        homeId: l.homeId,
        home: home.get(l.homeId)!.label,
        checkinId: l.checkinId,
        member: member.get(l.checkinId)!.name ?? '已注销',
      })),
    }
  },
})
