import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { type BoardTab, boardTabs, mayMove, type WhistleState } from '../../../shared/whistle/states'
import { sourceWords, tabWords } from '../../../shared/whistle/words'
import { beside, dueNow, sayState } from '../../whistle/parts/words'
import { sayCount } from './says'

export type OnBoard = Output<'whistle.board'>['items'][number]

export const boardEmpty: Record<BoardTab, { says: string; more?: string }> = {
  toAccept: { says: '没有等着受理的事', more: '居民吹哨或打来电话登记以后，会排在这里。' },
  nearDue: { says: '没有快超时的事' },
  overdue: { says: '没有超时的事' },
  disputed: { says: '没有退单要答复' },
  toFollowUp: { says: '没有要回访的事', more: '办结以后，等居民评价或电话回访的会排在这里。' },
  open: { says: '没有在办的事' },
  all: { says: '还没有人吹过哨', more: '居民吹哨或打来电话登记以后，会列在这里。' },
}

export const tabsWith = (counts: Partial<Record<BoardTab, number>> | undefined) =>
  boardTabs.map((value) => {
    const count = counts?.[value]
    return { value, label: count === undefined ? tabWords[value] : `${tabWords[value]} ${sayCount(count)}` }
  })

export const sayJoined = (joined: number): string => (joined > 0 ? `${sayCount(joined)} 位也遇到` : '')

const waitsToBeSent: readonly WhistleState[] = ['submitted', 'needsInfo', 'accepted']

/** 9栋 1单元 · 居民 · 今天 08:12 · 2 位也遇到, and where it stands once it is under way. */
export function underBoard(w: OnBoard, now: Date): string[] {
  const where = beside(
    w.place,
    sourceWords[w.source],
    sayWhen(new Date(w.submittedAt), now),
    sayJoined(w.joined),
  )
  const stands = beside(
    // where no clock runs the chip says it
    w.state !== 'submitted' && dueNow(w) !== null && sayState(w.state, false),
    w.state !== 'submitted' && (w.lead ?? (waitsToBeSent.includes(w.state) && '还没派')),
    w.disputed && '对方退单，等社区答复',
    w.raised && '已上报街道',
  )
  return stands === '' ? [where] : [where, stands]
}

/** Can be sent to somebody: at once, or once it is accepted. */
export const maySend = (state: WhistleState): boolean => state === 'submitted' || mayMove(state, 'dispatch')
