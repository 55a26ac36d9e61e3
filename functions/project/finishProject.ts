import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { finish } from './queries'
import { holdProject, refuseFinish, sideOf } from './view'

export const finishProject = write('project.finish', {
  load: ({ tx, input }) => holdProject(tx, input),
  refuse({ loaded }) {
    if (sideOf(loaded) === null) return 'project_not_yours'
    return refuseFinish(loaded)
  },
  conflicts: { project_waits: 'project_waits' },
  async change(act) {
    const { communityId, projectId } = act.input
    await Promise.all([
      finish(act.tx, [communityId, projectId, act.now]),
      note(act, {
        communityId,
        action: 'project.finished',
        subjectKind: 'project',
        subjectId: projectId,
        before: { state: 'agreed' },
        after: { state: 'done', side: sideOf(act.loaded)! },
      }),
    ])
    return { state: 'done' as const }
  },
})
