import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { holdTerms, refuseAgreement } from './answering'
import { agreeTo } from './queries'

export const agreeToProject = write('project.agree', {
  load: ({ tx, input }) => holdTerms(tx, input),
  refuse: ({ loaded }) => refuseAgreement(loaded),
  conflicts: { terms_of_meeting: 'meeting_elsewhere', terms_settled: 'terms_settled' },
  async change(act) {
    const { communityId, projectId, termsId, meetingId } = act.input
    const { project, terms } = act.loaded
    const side = project.waits_for!
    const state = terms.what === 'giveUp' ? ('givenUp' as const) : ('agreed' as const)
    await Promise.all([
      agreeTo(act.tx, [
        communityId,
        projectId,
        termsId,
        side === 'unit',
        act.now,
        act.caller.personId,
        meetingId ?? null,
      ]),
      note(act, {
        communityId,
        action: 'project.agreed',
        subjectKind: 'project',
        subjectId: projectId,
        before: { state: project.state },
        after: { state, termsId, side },
      }),
    ])
    return { state }
  },
})
