import { projectStep } from '../../db/schema'
import { dayOf } from '../../shared/kernel/time'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { holdProject, moved, sideOf } from './view'

export const stepProject = write('project.step', {
  load: ({ tx, input }) => holdProject(tx, input),
  refuse({ input, loaded, now }) {
    if (sideOf(loaded) === null) return 'project_not_yours'
    if (loaded.state !== 'agreed') return moved(loaded)
    return input.day > dayOf(now) ? 'step_ahead' : undefined
  },
  async change(act) {
    const { communityId, projectId, id, day, words } = act.input
    const side = sideOf(act.loaded)!
    await addOnce(
      act,
      projectStep,
      { communityId, id, projectId, day, words, side, madeBy: act.caller.personId, at: act.now },
      {
        communityId,
        action: 'project.stepped',
        subjectKind: 'project',
        subjectId: projectId,
        after: { stepId: id, side },
      },
      ['at'],
    )
    return { id }
  },
})
