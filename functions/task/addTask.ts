import { task } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'

export const addTask = write('task.add', {
  load: async () => ({}),
  refuse({ input: { kind, startsAt, endsAt }, now }) {
    if ((startsAt === undefined) !== (endsAt === undefined)) return 'task_when'
    if (startsAt === undefined || endsAt === undefined) return kind === 'once' ? 'task_when' : undefined
    if (Date.parse(endsAt) <= Date.parse(startsAt)) return 'task_when'
    return Date.parse(endsAt) <= now.getTime() ? 'task_past' : undefined
  },
  async change(act) {
    const { communityId, id, at, startsAt, endsAt, words, about, place, ...rest } = act.input
    await addOnce(
      act,
      task,
      {
        communityId,
        id,
        ...rest,
        words: words ?? null,
        about: about ?? null,
        place: place ?? null,
        startsAt: startsAt === undefined ? null : new Date(startsAt),
        endsAt: endsAt === undefined ? null : new Date(endsAt),
        lat: at?.lat ?? null,
        lng: at?.lng ?? null,
        state: 'open',
        madeBy: act.caller.personId,
        madeAt: act.now,
      },
      {
        communityId,
        action: 'task.added',
        subjectKind: 'task',
        subjectId: id,
        after: { kind: rest.kind, places: rest.places },
      },
      ['state', 'madeAt'],
    )
    return { id }
  },
})
