import { read } from '../kernel/verb'
import { subdistrictsMine } from './queries'

export const listSubdistricts = read('place.subdistricts', {
  load: ({ tx }) => subdistrictsMine(tx),
  answer: ({ loaded }) => ({
    items: loaded.map((s) => ({
      subdistrictId: s.id,
      name: s.name,
      district: s.district,
      communities: s.communities,
      homes: s.homes,
      boundHomes: s.bound_homes,
      claimsWaiting: s.claims_waiting,
    })),
  }),
})
