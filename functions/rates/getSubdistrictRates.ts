import { read } from '../kernel/verb'
import { subdistrictById } from '../place/queries'
import { loadRates } from './asking'
import { showRates } from './view'

export const getSubdistrictRates = read('rates.subdistrict', {
  load: async ({ tx, input, now }) => {
    const [rates, [subdistrict]] = await Promise.all([
      loadRates(tx, 'subdistrict', input.subdistrictId, input, now),
      subdistrictById(tx, [input.subdistrictId]),
    ])
    return subdistrict && { ...rates, subdistrict }
  },
  place: ({ subdistrict }) => ({ districtId: subdistrict.district_id, subdistrictId: subdistrict.id }),
  answer: ({ loaded, input }) => showRates(input.by, loaded.counts, loaded.survey),
})
