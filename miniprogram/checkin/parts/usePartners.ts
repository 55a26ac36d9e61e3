import type { ProjectSide } from '../../../shared/project/states'
import { useList, useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import type { Option } from '../../kernel/ui'

/** With whom a project can be made: a community's units, a unit's communities. */
export function usePartners(
  communityId: string | undefined,
  unitId: string | undefined,
): { side: ProjectSide; items: Option<string>[] } {
  const { can } = useMe()
  const worksHere = communityId !== undefined && can('project.needs', { communityId })
  const needs = useLoad('project.needs', worksHere ? { communityId } : null)
  const before = useList('project.list', worksHere ? { communityId } : null)
  const engaged = useLoad('organisation.mine', !worksHere && can('organisation.mine') ? {} : null)
  if (worksHere) {
    const units = new Map([
      ...before.items.map((p) => [p.unitId, p.unit] as const),
      ...(needs.data?.items ?? []).flatMap((n) => n.matches.map((m) => [m.unitId, m.unit] as const)),
    ])
    return { side: 'community', items: [...units].map(([value, label]) => ({ value, label })) }
  }
  const communities = new Map(
    (engaged.data?.items ?? [])
      .filter((o) => o.organisationId === unitId)
      .flatMap((o) => o.engagements.map((e) => [e.communityId, e.community] as const)),
  )
  return { side: 'unit', items: [...communities].map(([value, label]) => ({ value, label })) }
}
