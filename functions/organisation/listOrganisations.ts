import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { subdistrictById } from '../place/queries'
import { engagementsOf, organisationsOf, showEngagement } from './queries'

export const listOrganisations = read('organisation.list', {
  load: async ({ tx, input, now }) => {
    const [places, organisations, engagements] = await Promise.all([
      subdistrictById(tx, [input.subdistrictId]),
      organisationsOf(tx, [input.subdistrictId]),
      engagementsOf(tx, [input.subdistrictId, dayOf(now)]),
    ])
    return places[0] && { subdistrict: places[0], organisations, engagements }
  },
  place: ({ subdistrict }) => ({ districtId: subdistrict.district_id, subdistrictId: subdistrict.id }),
  answer: ({ loaded }) => ({
    items: loaded.organisations.map((o) => ({
      organisationId: o.id,
      name: o.name,
      kind: o.kind,
      engagements: loaded.engagements.filter((e) => e.organisation_id === o.id).map(showEngagement),
    })),
  }),
})
