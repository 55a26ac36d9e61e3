import type { ProjectSide } from '../../shared/project/states'
import { projectStateWords } from '../../shared/project/words'
import type { Connection } from '../kernel/database'
import { lockProject, type ProjectRow, projectById, type TermsRow } from './queries'

export const showProject = (p: ProjectRow) => ({
  communityId: p.community_id,
  projectId: p.id,
  unitId: p.organisation_id,
  unit: p.unit,
  community: p.community,
  kind: p.kind,
  title: p.title,
  state: p.state,
  until: p.until,
  steps: p.steps,
  waitsFor: p.waits_for,
})
export const showTerms = (t: TermsRow) => ({
  termsId: t.id,
  n: t.n,
  what: t.what,
  title: t.title,
  need: t.need,
  resource: t.resource,
  from: t.from_day,
  until: t.until_day,
  madeBy: t.made_by,
  unitAgreedAt: t.unit_agreed_at?.toISOString() ?? null,
  communityAgreedAt: t.community_agreed_at?.toISOString() ?? null,
  declinedAt: t.declined_at?.toISOString() ?? null,
  takenBack: t.declined_side === t.made_by,
  meetingId: t.meeting_id,
})
export const inForce = (t: TermsRow): boolean =>
  t.unit_agreed_at !== null && t.community_agreed_at !== null && t.what !== 'giveUp'
export const waits = (t: TermsRow): boolean =>
  t.declined_at === null && (t.unit_agreed_at === null || t.community_agreed_at === null)

/** Which side the caller speaks for; whoever only reads speaks for none. */
export const sideOf = (p: Pick<ProjectRow, 'of_unit' | 'of_community'>): ProjectSide | null =>
  p.of_unit ? 'unit' : p.of_community ? 'community' : null

/** Why it cannot be done with: whoever it is, while one side still waits for the other's answer. */
export function refuseFinish(p: ProjectRow) {
  if (p.state !== 'agreed') return moved(p)
  if (p.waits_for !== null) return 'project_waits' as const
  return p.steps === 0 ? ('project_no_steps' as const) : undefined
}

export async function holdProject(
  tx: Connection,
  { communityId, projectId }: { communityId: string; projectId: string },
): Promise<ProjectRow | undefined> {
  const key = [communityId, projectId]
  const [, [row]] = await Promise.all([lockProject(tx, key), projectById(tx, key)])
  return row
}
export const moved = (p: ProjectRow): ['project_moved', { state: string }] => [
  'project_moved',
  { state: projectStateWords[p.state] },
]
