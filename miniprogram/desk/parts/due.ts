import { dayOf, sayWhen } from '../../../shared/kernel/time'
import type { Urgency } from '../../../shared/whistle/categories'
import type { WhistleState } from '../../../shared/whistle/states'
import type { Tone } from '../../kernel/ui'
import { sayWaited } from '../../kernel/waited'
import { dueNow, sayState } from '../../whistle/parts/words'

/** What of a whistle tells how long there is. */
export interface Timed {
  state: WhistleState
  urgency: Urgency
  responseDueAt: string | null
  resolutionDueAt: string | null
  provisional: boolean
}
export interface Due {
  says: string
  tone: Tone
  /** What is to be done by then. */
  for?: '到现场' | '办好'
}

const minuteMs = 60_000
/** 1 小时 12 分, 45 分钟, 2 天 3 小时. */
function sayLeft(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / minuteMs))
  const hours = Math.floor(minutes / 60)
  if (hours < 1) return `${minutes} 分钟`
  const [whole, rest] =
    hours < 24 ? [`${hours} 小时`, minutes % 60] : [`${Math.floor(hours / 24)} 天`, hours % 24]
  return rest === 0 ? whole : `${whole} ${rest} ${hours < 24 ? '分' : '小时'}`
}

/** 危急·还剩 1 小时 12 分 / 今天 17:00 前 / 已超 3 小时; where no clock runs, how it stands. */
export function dueOf(w: Timed, now: Date): Due {
  const due = dueNow(w)
  if (due === null) return { says: sayState(w.state, false), tone: 'quiet' }
  const by: Due['for'] = due === w.responseDueAt ? '到现场' : '办好'
  const at = new Date(due)
  const perilous = w.urgency === 'danger'
  const peril = perilous ? '危急·' : ''
  const left = at.getTime() - now.getTime()
  if (left <= 0) {
    const over = -left < minuteMs ? '刚刚超时' : `已超 ${sayWaited(due, now)}`
    return { says: `${peril}${over}`, tone: 'vermilion', for: by }
  }
  if (perilous && !w.provisional) return { says: `${peril}还剩 ${sayLeft(left)}`, tone: 'vermilion', for: by }
  const sure = w.provisional ? '暂定 ' : ''
  return {
    says: `${peril}${sure}${sayWhen(at, now)} 前`,
    tone: perilous ? 'vermilion' : dayOf(at) === dayOf(now) ? 'sun' : 'quiet',
    for: by,
  }
}

/** The same for who only hears it: 要在今天 17:00 前到现场. */
export function sayDue(due: Due): string {
  if (due.for === undefined) return due.says
  return due.says.includes('超') ? `${due.for}${due.says}` : `${due.for}时限：${due.says}`
}
