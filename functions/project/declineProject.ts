import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { holdTerms, refuseAnswer } from './answering'
import { declineTerms } from './queries'

/** A refused offer ends there; a refused change leaves what was agreed as it was. */
export const declineProject = write('project.decline', {
  load: ({ tx, input }) => holdTerms(tx, input),
  refuse: ({ loaded }) => refuseAnswer(loaded),
  async change(act) {
    const { communityId, projectId, termsId } = act.input
    const { project, terms } = act.loaded
    const state = terms.what === 'begin' ? ('declined' as const) : project.state
    await Promise.all([
      declineTerms(act.tx, [communityId, projectId, termsId, act.now, act.caller.personId]),
      note(act, {
        communityId,
        action: 'project.declined',
        subjectKind: 'project',
        subjectId: projectId,
        before: { state: project.state },
        after: { state, termsId, side: project.waits_for! },
      }),
    ])
    return { state }
  },
})
