import { statesIn } from '../../shared/project/states'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { projectsOf } from './queries'
import { showProject } from './view'

export const listProjects = read('project.list', {
  load: ({ tx, input: { communityId, unitId, list, after } }) => {
    const [at, id] = readCursor(after, 'instant', 'id') ?? []
    return projectsOf(tx, [
      communityId ?? null,
      unitId ?? null,
      list === undefined ? null : statesIn[list],
      at ?? null,
      id ?? null,
    ])
  },
  answer: ({ loaded }) => pageOf(loaded, (p) => [p.made_at.toISOString(), p.id], showProject),
})
