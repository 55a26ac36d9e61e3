import { randomUUID } from 'node:crypto'
import { demoPhone } from '../../functions/demo/cast'
import { demoId } from '../../functions/demo/stage'
import { demoDistrict, demoSubdistrict, yanxi, yanxiCompound } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { dayOf } from '../../shared/kernel/time'
import { roles } from '../../shared/role/roles'
import type { TestApi } from '../kernel/api'

export type Place = { scopeId: string; communityId: string | null }

/** Over what each role is granted in 盐溪: one place for each scope. */
export async function placesOf(api: TestApi, worker: string): Promise<Record<string, Place>> {
  const { compounds, grids } = await api.get(worker, 'place.tree', { communityId: yanxi })
  const building = compounds[0]!.buildings[2]!
  return {
    district: { scopeId: demoDistrict.id, communityId: null },
    subdistrict: { scopeId: demoSubdistrict.id, communityId: null },
    community: { scopeId: yanxi, communityId: yanxi },
    grid: { scopeId: grids[1]!.gridId, communityId: yanxi },
    compound: { scopeId: yanxiCompound, communityId: yanxi },
    building: { scopeId: building.buildingId, communityId: yanxi },
    entrance: { scopeId: building.entrances[0]!.entranceId, communityId: yanxi },
    organisation: { scopeId: demoId('城管中队'), communityId: null },
  }
}

type Grant = Input<'role.grant'>

/** A role for the newcomer, from today on, if not said otherwise. */
export const grantOver =
  (places: Record<string, Place>, now: Date) =>
  (role: Grant['role'], more: Partial<Grant> = {}): Grant => ({
    id: randomUUID(),
    role,
    ...places[roles[role].scope]!,
    from: dayOf(now),
    to: null,
    ...(more.personId === undefined && { phone: demoPhone('newcomer') }),
    ...more,
  })

export const codeOf = async (answer: ReturnType<TestApi['ask']>) => ((await answer).body as ErrorBody).code
