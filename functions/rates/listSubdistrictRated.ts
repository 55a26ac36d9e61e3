import { read } from '../kernel/verb'
import { subdistrictById } from '../place/queries'
import { loadNumber } from './asking'
import { showCounted } from './view'

export const listSubdistrictRated = read('rates.subdistrictList', {
  load: async ({ tx, input, now }) => {
    const [number, [subdistrict]] = await Promise.all([
      loadNumber(tx, 'subdistrict', input.subdistrictId, input, now),
      subdistrictById(tx, [input.subdistrictId]),
    ])
    return subdistrict && { ...number, subdistrict }
  },
  place: ({ subdistrict }) => ({ districtId: subdistrict.district_id, subdistrictId: subdistrict.id }),
  answer: ({ loaded, now }) => showCounted(loaded.rows, loaded.total, now),
})
