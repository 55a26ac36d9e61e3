import { community } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { subdistrictById } from './queries'

export const addCommunity = write('place.addCommunity', {
  load: async ({ tx, input }) => (await subdistrictById(tx, [input.subdistrictId]))[0],
  place: (s) => ({ districtId: s.district_id, subdistrictId: s.id }),
  conflicts: { community_subdistrict_id_name_key: 'name_taken' },
  about: ({ name }) => ({ name }),
  async change(act) {
    const { id, subdistrictId, name } = act.input
    await addOnce(
      act,
      community,
      { id, subdistrictId, name },
      { communityId: id, action: 'community.added', subjectKind: 'community', subjectId: id },
    )
    return { id }
  },
})
