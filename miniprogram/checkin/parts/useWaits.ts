import { addDays, dayOf } from '../../../shared/kernel/time'
import { useLoad } from '../../kernel/load'
import type { Home } from './VisitSheet'
import type { ServiceRecord } from './words'

const longDays = 30

/** Nobody has looked in for a month, or ever. */
export const isLong = ({ lastVisit, since }: Pick<Home, 'lastVisit' | 'since'>, today: string): boolean =>
  (lastVisit ?? since) < addDays(today, -longDays)

export interface Waits {
  /** The year's record that the community has shown them and they have not read. */
  toRead: ServiceRecord | undefined
  /** Homes they look after that nobody has seen for long. */
  overdue: number
}

/** What waits for a member beside the tasks. */
export function useWaits(asks: boolean): Waits {
  const records = useLoad('serviceRecord.mine', asks ? {} : null)
  const homes = useLoad('care.mine', asks ? {} : null)
  const today = dayOf(new Date())
  return {
    toRead: records.data?.items.find((r) => r.acts.includes('read')),
    overdue: homes.data?.items.filter((h) => isLong(h, today)).length ?? 0,
  }
}
