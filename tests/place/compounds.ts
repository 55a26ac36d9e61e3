import { randomUUID } from 'node:crypto'
import { yanxi } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { addDays, dayOf } from '../../shared/kernel/time'
import type { TestApi } from '../kernel/api'

let made = 0

/** Compounds of 盐溪 to join and split, made and looked at by its worker. */
export function compoundsOf(api: TestApi, worker: string) {
  const today = dayOf(api.now)
  return {
    today,
    /** A stand-alone building with homes, the first of them a shop: a compound of its own. */
    async standAlone(homes = 2, from = addDays(today, -30)) {
      const name = `独栋${++made}`
      const [compoundId, buildingId] = [randomUUID(), randomUUID()]
      const building = {
        communityId: yanxi,
        compoundId,
        id: buildingId,
        name: `${name}号楼`,
        entrances: ['1单元'],
      }
      const compound = { communityId: yanxi, id: compoundId, name, management: 'none' as const, from }
      await api.get(worker, 'place.addCompound', compound)
      await api.get(worker, 'place.addBuilding', building)
      for (let n = 1; n <= homes; n++)
        await api.get(worker, 'place.addHome', {
          communityId: yanxi,
          buildingId,
          id: randomUUID(),
          entranceId: null,
          number: `10${n}`,
          kind: n === 1 ? 'shop' : 'dwelling',
          areaCentiares: 5000,
        })
      return { compoundId, buildingId, name }
    },
    joining: (
      compounds: { compoundId: string }[],
      more: Partial<Input<'place.join'>> = {},
    ): Input<'place.join'> => ({
      communityId: yanxi,
      id: randomUUID(),
      name: `合并${++made}`,
      management: 'selfManaged',
      from: today,
      compoundIds: compounds.map((c) => c.compoundId),
      ...more,
    }),
    splitting: (
      compoundId: string,
      buildings: string[],
      more: Partial<Input<'place.split'>> = {},
    ): Input<'place.split'> => ({
      communityId: yanxi,
      compoundId,
      from: today,
      into: buildings.map((b) => ({
        id: randomUUID(),
        name: `拆分${++made}`,
        management: 'none',
        buildingIds: [b],
      })),
      ...more,
    }),
    look: (compoundId: string) => api.get(worker, 'place.get', { communityId: yanxi, compoundId }),
    /** To which compounds a building belonged, and when. */
    pastOf: (buildingId: string) =>
      api.owner<{ compound_id: string; from_day: string; to_day: string }>(
        'select compound_id, from_day::text, to_day::text from building_past where building_id = $1 order by from_day, to_day',
        [buildingId],
      ),
  }
}

export const codeOf = async (answer: ReturnType<TestApi['ask']>) => ((await answer).body as ErrorBody).code
