import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import type { EndpointName } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/kernel/time'
import type { TestApi } from '../kernel/api'

/** What a plan and a round of 盐溪's first grid need. */
export function taughtPatrols(
  api: () => TestApi,
): Partial<Record<EndpointName, (token: string) => Promise<object>>> {
  const manner = () => ({
    checkpoints: [
      {
        checkpointId: randomUUID(),
        name: '门口',
        compoundId: yanxiCompound,
        buildingId: demoId('盐溪 9栋'),
      },
    ],
    walkerIds: [],
  })
  /** Another verb has taken the grid worker's role. */
  async function goesAgain() {
    await api().owner(`update role_grant set to_day = null where person_id = $1 and role = 'gridWorker'`, [
      demoId('gridWorker'),
    ])
  }
  const grid = { kind: 'grid', gridId: demoId('盐溪第一网格') }
  return {
    'patrol.add': async () => ({ ...grid, ...manner(), from: dayOf(api().now) }),
    'patrol.change': async () => ({ ...manner(), from: addDays(dayOf(api().now), 1) }),
    'round.send': async () => {
      await goesAgain()
      return { roundId: randomUUID() }
    },
    'finding.whistle': async () => {
      const [watched] = await api().owner<{ findingId: string }>(
        `select f.id as "findingId" from finding f join patrol_plan p on p.id = f.plan_id
         where f.community_id = $1 and f.state = 'watched' and p.kind = 'grid' limit 1`,
        [yanxi],
      )
      return watched!
    },
  }
}
