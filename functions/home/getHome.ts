import { maskPhone } from '../kernel/secrets'
import { read } from '../kernel/verb'
import { homeById, placeOfHome, showHome, tiesOfHome } from './queries'

export const getHome = read('home.get', {
  load: async ({ tx, input }) => {
    const [homes, ties] = await Promise.all([
      homeById(tx, [input.communityId, input.homeId]),
      tiesOfHome(tx, [input.communityId, input.homeId]),
    ])
    return homes[0] && { home: homes[0], ties }
  },
  place: ({ home }) => placeOfHome(home),
  answer: ({ loaded: { home, ties } }) => ({
    ...showHome(home),
    community: home.community,
    ties: ties.map((t) => ({
      tieId: t.id,
      personId: t.person_id,
      kind: t.kind,
      name: t.name,
      phone: maskPhone(t.phone_cipher),
      from: t.from_day,
      to: t.to_day,
      representative: t.representative,
      bound: t.person_id !== null,
    })),
  }),
})
