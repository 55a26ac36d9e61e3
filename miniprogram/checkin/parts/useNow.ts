import type { Output } from '../../../shared/contract'
import { type Loaded, useLoad } from '../../kernel/load'
import { keptNow, type RefusedSign, type Sign, useSigns } from '../kept/sign'
import { yearOf } from './words'

export interface Now {
  serviceId: string
  taskId: string | null
  communityId: string
  title: string
  inAt: string
  /** It lies on this phone and is not sent yet. */
  kept: boolean
}

const ofKept = (s: Sign): Now => ({
  serviceId: s.serviceId,
  taskId: s.taskId,
  communityId: s.communityId,
  title: s.title,
  inAt: s.at,
  kept: true,
})

interface Stands {
  mine: Loaded<Output<'service.mine'>>
  here: Now | undefined
  /** What the server did not take: it must not read as if it were still on its way. */
  refused: readonly RefusedSign[]
}

/** Where I am signed in now: as the server knows it, where it is asked, and as this phone has kept it since. */
export function useNow(asks = true): Stands {
  const mine = useLoad('service.mine', asks ? { year: yearOf(new Date()) } : null)
  const { waiting, refused } = useSigns()
  const kept = keptNow(waiting)
  const now = mine.data?.now ?? null
  const outKept = now !== null && waiting.some((s) => s.is === 'out' && s.serviceId === now.serviceId)
  const known: Now | undefined =
    now === null || outKept
      ? undefined
      : {
          serviceId: now.serviceId,
          taskId: now.taskId,
          communityId: now.communityId,
          title: now.task ?? '服务',
          inAt: now.inAt,
          kept: false,
        }
  return { mine, here: kept ? ofKept(kept) : known, refused }
}
