import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { figuresOf, subdistrictById } from './queries'

export const countFigures = read('place.figures', {
  load: async ({ tx, input, now }) => {
    const [places, figures] = await Promise.all([
      subdistrictById(tx, [input.subdistrictId]),
      figuresOf(tx, [input.subdistrictId, dayOf(now)]),
    ])
    return places[0] && { subdistrict: places[0], figures }
  },
  place: ({ subdistrict }) => ({ districtId: subdistrict.district_id, subdistrictId: subdistrict.id }),
  answer: ({ loaded: { subdistrict, figures } }) => ({
    subdistrictId: subdistrict.id,
    name: subdistrict.name,
    communities: figures.map((f) => ({
      communityId: f.id,
      name: f.name,
      compounds: f.compounds,
      buildings: f.buildings,
      homes: f.homes,
      boundHomes: f.bound_homes,
      claimsWaiting: f.claims_waiting,
      oldestClaimAt: f.oldest?.toISOString() ?? null,
      workers: f.workers,
    })),
  }),
})
