import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addTerms, sameTerms, termsOf } from './queries'
import { holdProject, moved, sideOf, waits } from './view'

/** Other terms, or giving it up: what was agreed holds until the other side agrees to this too. */
export const changeProject = write('project.change', {
  load: async ({ tx, input }) => {
    const { communityId, projectId, id, what, title, need, resource, from, until } = input
    const [project, terms, [sent]] = await Promise.all([
      holdProject(tx, input),
      termsOf(tx, [communityId, projectId]),
      sameTerms(tx, [communityId, projectId, id, what, title, need, resource, from, until]),
    ])
    return project && { project, terms, sent }
  },
  refuse({ input, loaded: { project, terms, sent } }) {
    if (sent) return sent.same ? undefined : 'id_taken'
    if (sideOf(project) === null) return 'project_not_yours'
    if (project.state !== 'agreed') return moved(project)
    if (terms.some(waits)) return 'project_waits'
    return input.until < input.from ? 'days_reversed' : undefined
  },
  conflicts: { terms_wait_once: 'project_waits' },
  async change(act) {
    const { communityId, projectId, id, what, title, need, resource, from, until } = act.input
    const { tx, now, caller, loaded } = act
    if (loaded.sent) return { id }
    const side = sideOf(loaded.project)!
    await Promise.all([
      addTerms(tx, [
        communityId,
        projectId,
        id,
        what,
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
        action: 'project.changeOffered',
        subjectKind: 'project',
        subjectId: projectId,
        after: { termsId: id, what, side },
      }),
    ])
    return { id }
  },
})
