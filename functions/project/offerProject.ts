import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addProject, addTerms, sentBefore, sidesOfMine, unitHere } from './queries'

/** By either side, with its own word; it begins once the other has given theirs. */
export const offerProject = write('project.offer', {
  load: async ({ tx, input }) => {
    const { communityId, unitId, id, termsId, kind, title, need, resource, from, until } = input
    const [[unit], [sides], sent] = await Promise.all([
      unitHere(tx, [communityId, unitId]),
      sidesOfMine(tx, [communityId, unitId]),
      sentBefore(tx, [communityId, id, termsId, unitId, kind, title, need, resource, from, until]),
    ])
    return {
      unit,
      sent,
      side: sides!.unit ? ('unit' as const) : sides!.community ? ('community' as const) : null,
    }
  },
  refuse({ input, loaded }) {
    if (loaded.sent.length > 0) return loaded.sent.every((s) => s.same) ? undefined : 'id_taken'
    if (loaded.side === null) return 'project_not_yours'
    if (!loaded.unit) return 'unit_elsewhere'
    return input.until < input.from ? 'days_reversed' : undefined
  },
  conflicts: { project_pkey: 'id_taken', project_terms_pkey: 'id_taken' },
  async change(act) {
    const { communityId, id, termsId, unitId, kind, title, need, resource, from, until } = act.input
    const { tx, now, caller, loaded } = act
    if (loaded.sent.length > 0) return { id }
    const side = loaded.side!
    await Promise.all([
      addProject(tx, [communityId, id, unitId, kind, now]),
      addTerms(tx, [
        communityId,
        id,
        termsId,
        'begin',
        title,
        need,
        resource,
        from,
        until,
        side,
        now,
        caller.personId,
      ]),
      note(act, {
        communityId,
        action: 'project.offered',
        subjectKind: 'project',
        subjectId: id,
        after: { state: 'offered', side },
      }),
    ])
    return { id }
  },
})
