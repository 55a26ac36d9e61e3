import Taro from '@tarojs/taro'
import { sayRefusal } from '../../../shared/kernel/refusal'
import { faultOfTick } from '../../../shared/patrol/policy'
import { metresBetween, sayFar } from '../../../shared/patrol/says'
import { patrolRefusals } from '../../../shared/patrol/words'
import { codeIn } from '../../dwelling/where'
import { newId } from '../../kernel/ids'
import { locate } from '../../kernel/position'
import type { Tone } from '../../kernel/ui'
import { type ItemOf, itemsOf, type Round, type Stop, timeIn } from '../kept/round'
import { keepInRound } from '../kept/send'

export interface Said {
  tone: Tone
  says: string
  /** It was written down. */
  ticked?: true
}

type Tick = ItemOf<'ticks'>
type How = Pick<Tick, 'way' | 'code' | 'reason' | 'fix'>

export const noRoom = '手机存不下了，这一条没记上。先到“待传的内容”里发出去，或删掉几张照片'

const hasTicked = (round: Round, stop: Stop): boolean =>
  itemsOf(round, 'ticks').some((t) => t.checkpointId === stop.checkpointId)

function tick(round: Round, stop: Stop, how: How): Said {
  const fault = faultOfTick(how, stop)
  if (fault) return { tone: 'vermilion', says: sayRefusal(patrolRefusals[fault], { name: stop.name }) }
  const item: Tick = { id: newId(), checkpointId: stop.checkpointId, at: timeIn(round), ...how }
  if (!keepInRound(round.roundId, { kind: 'ticks', item })) return { tone: 'vermilion', says: noRoom }
  const far = how.fix && stop.at ? sayFar(metresBetween(how.fix, stop.at), how.fix.within ?? null) : null
  return far === null
    ? { tone: 'pine', ticked: true, says: `${stop.name}，打上了` }
    : { tone: 'sun', ticked: true, says: `${stop.name}，打上了。${far}，一起记下了` }
}

export const tickByHand = (round: Round, stop: Stop, reason: string): Said =>
  tick(round, stop, { way: 'hand', reason })

/** Whichever checkpoint's code it is: they are walked in any order. */
export function tickByCode(round: Round, scanned: string): Said {
  const code = codeIn(scanned)
  const stop = round.stops.find((s) => s.code === code)
  if (!stop || !code) return { tone: 'vermilion', says: '这不是这次巡查的码，看看门上的名字，再扫一次' }
  if (hasTicked(round, stop)) return { tone: 'quiet', says: `${stop.name}，刚才打过了` }
  return tick(round, stop, { way: 'scan', code })
}

/** Undefined when the person thought better of it. */
export async function scanTick(round: Round): Promise<Said | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera: true })
    return tickByCode(round, result)
  } catch {
    return undefined
  }
}

/** Asked once, at this tick, of whoever allows it; in the coordinates of China's maps, as the checkpoint's own. */
export async function tickByPosition(round: Round, stop: Stop): Promise<Said> {
  const fix = await locate()
  if (typeof fix === 'object') return tick(round, stop, { way: 'position', fix })
  return {
    tone: 'sun',
    says:
      fix === 'denied'
        ? '没有允许看位置，不要紧：点一下为什么，手动打卡'
        : patrolRefusals.position_missing.says,
  }
}
