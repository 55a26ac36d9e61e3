import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { digestOf, loadCare, propose } from './proposing'
import { addLinks, lockCommunity } from './queries'

/** The proposal that was shown, all of it, while nothing has changed since. */
export const acceptProposal = write('care.accept', {
  load: async ({ tx, input, now }) => {
    const [, world] = await Promise.all([
      lockCommunity(tx, [input.communityId]),
      loadCare(tx, input.communityId, now),
    ])
    const links = propose(world, input.atMost)
    const building = new Map(world.homes.map((h) => [h.id, h.building_id]))
    return { links, building, carers: world.carers.length, digest: digestOf(links, world.homes.length) }
  },
  refuse({ input, loaded }) {
    if (loaded.carers === 0) return 'nobody_to_care'
    return loaded.digest === input.digest ? undefined : 'proposal_outdated'
  },
  conflicts: {
    care_once: 'proposal_outdated',
    care_by_member: 'proposal_outdated',
    care_of_dwelling: 'proposal_outdated',
  },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { links, building } = loaded
    await Promise.all([
      addLinks(tx, [
        input.communityId,
        dayOf(now),
        caller.personId,
        links.map(() => newId(now)),
        links.map((l) => l.homeId),
        links.map((l) => building.get(l.homeId)),
        links.map((l) => l.checkinId),
      ]),
      note(act, {
        communityId: input.communityId,
        action: 'care.accepted',
        subjectKind: 'care',
        subjectId: input.communityId,
        after: { links: links.length, ...(input.atMost !== undefined && { atMost: input.atMost }) },
      }),
    ])
    return { links: links.length }
  },
})
