import type { RefusalWords } from '../kernel/refusal'
import { sayWhen } from '../kernel/time'

export const incidentRefusals = {
  incident_ended: { status: 409, says: '这个一事一告已经结束，不能再改；事情又来了，请新开一个' },
  window_reversed: { status: 422, says: '结束的时间要在开始的时间以后' },
  whistle_of_other_place: { status: 422, says: '有一件哨不在这个小区，请去掉它再试' },
  whistle_over: { status: 409, says: '有一件哨已经办完或没有受理，不能加进来，请去掉它再试' },
  whistle_on_other_incident: {
    status: 409,
    says: '有一件哨已经在另一个一事一告里，请先从那里移出来',
  },
} as const satisfies Record<string, RefusalWords>

interface Place {
  compound: string
  buildings: readonly string[]
}
/** 盐溪桥小区 8栋、9栋; the whole compound goes without buildings. */
export const sayIncidentPlace = ({ compound, buildings }: Place): string =>
  buildings.length === 0 ? `${compound}（整个小区）` : `${compound} ${buildings.join('、')}`

interface Window {
  from: string
  until: string | null
  endedAt: string | null
}

/** 昨天 08:00 开始，预计今天 18:00 结束. */
export function sayIncidentWindow({ from, until, endedAt }: Window, now: Date): string {
  const at = (instant: string) => sayWhen(new Date(instant), now)
  const begins = new Date(from) > now ? `${at(from)} 开始` : `从${at(from)} 起`
  if (endedAt !== null) return `${begins}，${at(endedAt)} 结束`
  return until === null ? begins : `${begins}，预计${at(until)} 结束`
}

export const sayWhistles = (whistles: number): string =>
  whistles === 0 ? '还没有哨' : `${whistles} 件哨是这件事`
