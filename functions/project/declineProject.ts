import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { holdTerms, refuseDecline } from './answering'
import { declineTerms } from './queries'
import { sideOf } from './view'

/** Refused, or taken back by its maker: an offer ends there; a change leaves what was agreed as it was. */
export const declineProject = write('project.decline', {
  load: ({ tx, input }) => holdTerms(tx, input),
  refuse: ({ loaded }) => refuseDecline(loaded),
  conflicts: { terms_settled: 'terms_settled' },
  async change(act) {
    const { communityId, projectId, termsId } = act.input
    const { project, terms } = act.loaded
    const side = sideOf(project)!
    const state = terms.what === 'begin' ? ('declined' as const) : project.state
    await Promise.all([
      declineTerms(act.tx, [communityId, projectId, termsId, act.now, act.caller.personId, side]),
      note(act, {
        communityId,
        action: 'project.declined',
        subjectKind: 'project',
        subjectId: projectId,
        before: { state: project.state },
        after: { state, termsId, side, ...(side === terms.made_by && { takenBack: true }) },
      }),
    ])
    return { state }
  },
})
