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

interface Held {
  project: ProjectRow
  terms: TermsRow
}
/** Only the side whose word is missing may give it. */
export function refuseAgreement({ project, terms }: Held) {
  if (!waits(terms)) return 'terms_settled' as const
  return sideOf(project) === project.waits_for ? undefined : ('project_not_yours' as const)
}

/** While no answer has come: the other side may say no, and whoever made them may take them back. */
export function refuseDecline({ project, terms }: Held) {
  if (!waits(terms)) return 'terms_settled' as const
  return sideOf(project) === null ? ('project_not_yours' as const) : undefined
}
