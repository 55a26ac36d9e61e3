import { read } from '../kernel/verb'
import { projectById, stepsOf, termsOf } from './queries'
import { inForce, refuseFinish, showProject, showTerms, sideOf, waits } from './view'

export const getProject = read('project.get', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.projectId]
    const [[project], terms, steps] = await Promise.all([
      projectById(tx, key),
      termsOf(tx, key),
      stepsOf(tx, key),
    ])
    return project && { project, terms, steps }
  },
  answer: ({ loaded: { project, terms, steps } }) => {
    const side = sideOf(project)
    const current = terms.find(inForce)
    const agreed = project.state === 'agreed' && side !== null
    return {
      ...showProject(project),
      inForce: current ? showTerms(current) : null,
      terms: terms.map(showTerms),
      done: steps.map((s) => ({ stepId: s.id, day: s.day, words: s.words, by: s.side })),
      side,
      acts: [
        ...(side !== null && project.waits_for === side ? ['agree' as const, 'decline' as const] : []),
        ...(side !== null && terms.some((t) => waits(t) && t.made_by === side) ? ['takeBack' as const] : []),
        ...(agreed && !terms.some(waits) ? ['change' as const] : []),
        ...(agreed ? ['step' as const] : []),
        ...(side !== null && refuseFinish(project) === undefined ? ['finish' as const] : []),
      ],
    }
  },
})
