import { placeOfHome } from '../home/queries'
import { query } from '../kernel/database'
import { note } from '../kernel/record'
import { openPhone } from '../kernel/secrets'
import { write } from '../kernel/verb'

const tieWithPhone = query<{
  community_id: string
  compound_id: string
  building_id: string
  entrance_id: string | null
  grid_id: string | null
  home_id: string
  phone_cipher: Buffer | null
  person_id: string | null
}>(
  'person.tieWithPhone',
  `select t.community_id, h.compound_id, t.building_id, h.entrance_id, b.grid_id, t.home_id, coalesce(p.phone_cipher, t.phone_cipher) as phone_cipher, t.person_id
   from home_tie t
   join home h on h.community_id = t.community_id and h.id = t.home_id
   join building b on b.community_id = t.community_id and b.id = t.building_id
   left join person p on p.id = t.person_id
   where t.community_id = $1 and t.home_id = $2 and t.id = $3`,
)

export const revealPhone = write('person.reveal', {
  load: async ({ tx, input }) => (await tieWithPhone(tx, [input.communityId, input.homeId, input.tieId]))[0],
  place: placeOfHome,
  async change(act) {
    const { input, loaded } = act
    await note(act, {
      communityId: input.communityId,
      action: 'person.revealed',
      subjectKind: 'tie',
      subjectId: input.tieId,
      aboutId: loaded.person_id,
      after: { purpose: input.purpose },
    })
    return { phone: openPhone(loaded.phone_cipher) }
  },
})
