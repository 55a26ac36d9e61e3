import { sitsAt } from '../../../shared/whistle/policy'
import type { WhistleAction } from '../../../shared/whistle/states'
import { actionWords } from '../../../shared/whistle/words'
import { callerOf, type Me } from '../../kernel/session'
import type { Dispatch, Whistle } from './words'

/** A button at the foot: a move of the whistle, or what a co-party tells the lead. */
export type ActName = Exclude<WhistleAction, 'submit'> | 'report'

export interface ActsHere {
  /** What is expected next of this reader. */
  main?: ActName
  /** The reader alone says whether it was solved: three answers instead of one button. */
  asksOutcome: boolean
  others: ActName[]
}

const isAct = (action: WhistleAction): action is Exclude<WhistleAction, 'submit'> => action !== 'submit'

/** In this order something is expected; a dispute goes before all else that the community might do. */
const expected: readonly ActName[] = [
  'decideDispute',
  'answer',
  'accept',
  'respond',
  'resolve',
  'report',
  'followUp',
  'dispatch',
  'close',
  'untable',
]

function isExpected(whistle: Whistle, act: ActName): boolean {
  // the community answers only for somebody without the app
  if (act === 'answer') return whistle.mine !== null || (whistle.callers?.length ?? 0) > 0
  // sending on is due once it is accepted; later it would be sending it to somebody else
  if (act === 'dispatch') return whistle.state === 'accepted'
  // what a meeting decided brings it back; before that it waits there
  if (act === 'untable') return whistle.meetings.some((m) => m.resolutions.length > 0)
  return true
}

export function actsHere(whistle: Whistle): ActsHere {
  const open: ActName[] = [...whistle.acts.filter(isAct), ...(whistle.mayReport ? (['report'] as const) : [])]
  const main = expected.find((act) => open.includes(act) && isExpected(whistle, act))
  const others = open.filter((act) => act !== main)
  return {
    ...(main && { main }),
    asksOutcome: main === 'followUp' && whistle.mine === 'first',
    // who works on it hardly ever meets it too: that stands last
    others: [...others.filter((act) => act !== 'join'), ...others.filter((act) => act === 'join')],
  }
}

export function wordOf(act: ActName, whistle: Whistle, mayDispatch: boolean): string {
  if (act === 'report') return '告诉牵头方'
  if (act === 'accept' && mayDispatch) return '受理并派单'
  if (act === 'dispatch' && whistle.state !== 'accepted') return '改派'
  if (act === 'answer' && !whistle.mine) return '替居民补充'
  if (act === 'followUp' && !whistle.mine) return '电话回访'
  return actionWords[act]
}

/** The part of the work that lies on the reader's own desk. */
export function myDispatch(me: Me | undefined, whistle: Whistle): Dispatch | undefined {
  if (me === undefined) return undefined
  const caller = callerOf(me)
  const now = whistle.dispatches.filter((d) => d.state === 'current' || d.state === 'disputed')
  return now.find((d) => d.lead && sitsAt(caller, d)) ?? now.find((d) => sitsAt(caller, d))
}
