import { read } from '../kernel/verb'
import { directory } from './queries'

export const searchDirectory = read('place.directory', {
  load: ({ tx, input }) => directory(tx, [input.level, input.communityId ?? null, input.parentId ?? null]),
  answer: ({ loaded }) => ({
    items: loaded.map((i) => ({ id: i.id, communityId: i.community_id, name: i.name, under: i.under })),
  }),
})
