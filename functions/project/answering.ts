import type { Connection } from '../kernel/database'
import { type ProjectRow, type TermsRow, termsForUpdate } from './queries'
import { holdProject, sideOf, waits } from './view'

interface Key {
  communityId: string
  projectId: string
  termsId: string
}
/** A set of terms and the project it is of, both held. */
export async function holdTerms(tx: Connection, input: Key) {
  const [project, [terms]] = await Promise.all([
    holdProject(tx, input),
    termsForUpdate(tx, [input.communityId, input.projectId, input.termsId]),
  ])
  return project && terms && { project, terms }
}

/** Only the side whose word is missing may give or refuse it. */
export function refuseAnswer({ project, terms }: { project: ProjectRow; terms: TermsRow }) {
  if (!waits(terms)) return 'terms_settled' as const
  return sideOf(project) === project.waits_for ? undefined : ('project_not_yours' as const)
}
