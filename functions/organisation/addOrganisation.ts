import { organisation } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { subdistrictById } from '../place/queries'

export const addOrganisation = write('organisation.add', {
  load: async ({ tx, input }) => (await subdistrictById(tx, [input.subdistrictId]))[0],
  place: (s) => ({ districtId: s.district_id, subdistrictId: s.id }),
  conflicts: { organisation_subdistrict_id_name_key: 'name_taken' },
  about: ({ name }) => ({ name }),
  async change(act) {
    const { id, subdistrictId, name, kind } = act.input
    await addOnce(
      act,
      organisation,
      { id, subdistrictId, name, kind },
      {
        action: 'organisation.added',
        subjectKind: 'organisation',
        subjectId: id,
        after: { subdistrictId, kind },
      },
    )
    return { id }
  },
})
