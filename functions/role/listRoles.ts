import { dayOf } from '../../shared/kernel/time'
import { pageOf, readCursor } from '../kernel/cursor'
import { Refused } from '../kernel/refused'
import { maskPhone } from '../kernel/secrets'
import { read } from '../kernel/verb'
import { communityOf, subdistrictById } from '../place/queries'
import { type GrantRow, grantsOfCommunity, grantsOfSubdistrict } from './queries'

export const listRoles = read('role.list', {
  load: async ({ tx, input, now }) => {
    const values = [dayOf(now), readCursor(input.after, 'id')?.[0] ?? null]
    if (input.communityId !== undefined) {
      const [places, grants] = await Promise.all([
        communityOf(tx, [input.communityId]),
        grantsOfCommunity(tx, [input.communityId, ...values]),
      ])
      return places[0] && { grants, place: { communityId: input.communityId } }
    }
    if (input.subdistrictId === undefined) return { grants: undefined, place: {} }
    const [places, grants] = await Promise.all([
      subdistrictById(tx, [input.subdistrictId]),
      grantsOfSubdistrict(tx, [input.subdistrictId, ...values]),
    ])
    return places[0] && { grants, place: { districtId: places[0].district_id, subdistrictId: places[0].id } }
  },
  place: ({ place }) => place,
  answer: ({ loaded }) => {
    if (!loaded.grants) throw new Refused('place_missing')
    return pageOf(loaded.grants, (g) => [g.id], showGrant)
  },
})

const showGrant = (g: GrantRow) => ({
  grantId: g.id,
  personId: g.person_id,
  name: g.name,
  phone: maskPhone(g.phone_cipher),
  role: g.role,
  scope: g.scope,
  scopeId: g.scope_id,
  scopeName: g.scope_name,
  communityId: g.community_id,
  from: g.from_day,
  to: g.to_day,
})
