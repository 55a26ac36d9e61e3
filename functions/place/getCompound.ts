import { naturalKey } from '../../shared/kernel/order'
import { dayOf } from '../../shared/kernel/time'
import type { HomeKind } from '../../shared/place/modes'
import type { Role } from '../../shared/role/roles'
import { roles } from '../../shared/role/roles'
import { read } from '../kernel/verb'
import { buildingsOfCompound, compoundById, homesByKind, keepersOf, lineageOf } from './queries'
import { showBuilding } from './readTree'

export const getCompound = read('place.get', {
  load: async ({ tx, input, now }) => {
    const of = [input.communityId, input.compoundId]
    const [compounds, buildings, homes, lineage, keepers] = await Promise.all([
      compoundById(tx, of),
      buildingsOfCompound(tx, of),
      homesByKind(tx, of),
      lineageOf(tx, of),
      keepersOf(tx, [...of, dayOf(now)]),
    ])
    return compounds[0] && { compound: compounds[0], buildings, homes, lineage, keepers }
  },
  answer: ({ loaded: { compound, buildings, homes, lineage, keepers } }) => {
    const count = (kind: HomeKind) => homes.find((h) => h.kind === kind)?.homes ?? 0
    const kin = (side: 'before' | 'after') =>
      lineage
        .filter((l) => l.side === side)
        .sort((a, b) => (naturalKey(a.name) < naturalKey(b.name) ? -1 : 1))
    return {
      compoundId: compound.id,
      name: compound.name,
      management: compound.management,
      from: compound.from_day,
      to: compound.to_day,
      before: kin('before').map((l) => ({ compoundId: l.id, name: l.name, to: l.on_day })),
      after: kin('after').map((l) => ({ compoundId: l.id, name: l.name, from: l.on_day })),
      buildings: buildings.map(showBuilding),
      dwellings: count('dwelling'),
      shops: count('shop'),
      others: count('other'),
      areaCentiares: homes.reduce((sum, h) => sum + h.area, 0),
      keepers: keepers.map((k) => ({
        role: roles[k.role as Role].name,
        name: k.name,
        scopeName: k.scope_name,
      })),
    }
  },
})
