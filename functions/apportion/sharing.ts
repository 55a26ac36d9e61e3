import { bear, elevatorTable, type Share, withoutFloor } from '../../shared/apportion/rules'
import type { Input, Output } from '../../shared/contract'
import type { Connection } from '../kernel/database'
import { type BearingHome, homesNamed } from './queries'

type Asked = Input<'apportion.preview'>
type Result = Output<'apportion.preview'>

/** The homes that are named, as far as they are there; asked in the batch of a verb's load. */
export const loadHomes = (tx: Connection, { communityId, compoundId, homes }: Asked) =>
  homesNamed(tx, [communityId, compoundId, homes.map((h) => h.homeId)])

const tableOf = ({ method, table }: Asked) => (method === 'floor' ? (table ?? elevatorTable) : [])

/** In the order in which people count homes, so that who gets an odd fen is the same however they were sent. */
const bearersOf = ({ homes }: Asked, found: readonly BearingHome[]) => {
  const floors = new Map(homes.map((h) => [h.homeId, h.floor]))
  return found.map((h) => ({ homeId: h.id, floor: floors.get(h.id), areaCentiares: h.area_centiares }))
}

/** Why it cannot be shared out like this. */
export function refuseSharing(
  asked: Asked,
  found: readonly BearingHome[],
): 'home_twice' | 'home_outside' | 'nobody_bears' | ['floor_missing', { label: string }] | undefined {
  const { homes, method } = asked
  if (new Set(homes.map((h) => h.homeId)).size < homes.length) return 'home_twice'
  if (found.length < homes.length) return 'home_outside'
  const bearers = bearersOf(asked, found)
  const missing = withoutFloor(method, bearers, tableOf(asked))
  if (missing) return ['floor_missing', { label: found.find((h) => h.id === missing.homeId)!.label }]
  return bear(asked.fen, method, bearers, tableOf(asked)) ? undefined : 'nobody_bears'
}

export interface Shared {
  table: Result['table']
  shares: (Share & { label: string })[]
}
/** Who bears how much, once nothing stands in the way. */
export function shareAmong(asked: Asked, found: readonly BearingHome[]): Shared {
  const labels = new Map(found.map((h) => [h.id, h.label]))
  const table = tableOf(asked).map(({ floor, permille }) => ({ floor, permille }))
  const shares = bear(asked.fen, asked.method, bearersOf(asked, found), table)!
  return { table, shares: shares.map((s) => ({ ...s, label: labels.get(s.homeId)! })) }
}
