import type { RefusalWords } from '../kernel/refusal'
import { sayDay } from '../kernel/time'
import { remindDays, resolutionsAtMost } from './policy'
import type { PartyKind, ResolutionAction, ResolutionState, ResolutionTab } from './states'

export const stateWords: Record<ResolutionState, string> = { open: '在办', done: '办完了', dropped: '不办了' }

export const actionWords: Record<ResolutionAction, string> = {
  write: '记下决议',
  strike: '删掉决议',
  progress: '报进展',
  finish: '办完了',
  drop: '不办了',
}

export const partyKindWords: Record<PartyKind, string> = {
  branch: '小区党支部',
  committee: '业委会',
  property: '物业公司',
  residents: '居民',
}

export const tabWords: Record<ResolutionTab, string> = {
  open: '在办',
  overdue: '超期',
  done: '办完了',
  all: '全部',
}

interface Stands {
  state: ResolutionState
  party: string
  dueOn: string
  doneOn: string | null
}

/** Who does it by when, in one plain sentence. */
export function sayResolution({ state, party, dueOn, doneOn }: Stands, today: string): string {
  if (state === 'done') return `${party} ${doneOn === null ? '' : `${sayDay(doneOn)} `}办完了`
  if (state === 'dropped') return '不办了'
  return dueOn < today
    ? `${party}，应在 ${sayDay(dueOn)} 办完，已经超期`
    : `${party}，${sayDay(dueOn)} 前办完`
}

/** 赞成 12，反对 1，弃权 2. */
export const sayVotes = (votes: { for: number; against: number; abstained: number }): string =>
  `赞成 ${votes.for}，反对 ${votes.against}，弃权 ${votes.abstained}`

export const sayRemind = (dueOn: string): string => `${sayDay(dueOn)} 到期，还有 ${remindDays} 天`

export const resolutionRefusals = {
  not_party: { status: 403, says: '只有承办的一方和社区能报进展' },
  resolution_moved: { status: 409, says: '这条决议现在是“{state}”，不能这样办了，请刷新再看' },
  resolution_changed: { status: 409, says: '{who}刚刚改过这条决议，请看看两边再定用哪个' },
  resolution_due_past: { status: 422, says: '完成的日子不能早于开会那天' },
  resolutions_many: { status: 422, says: `一次会议最多 ${resolutionsAtMost} 条决议` },
  pledge_day_past: { status: 422, says: '认款的截止日不能早于开会那天' },
  pledged_already: { status: 409, says: '已经有人认款，目标只能提高，截止日只能推后' },
} as const satisfies Record<string, RefusalWords>
