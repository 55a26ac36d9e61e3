import type { RefusalWords } from '../kernel/refusal'
import { dayOf, sayDay, sayWhen } from '../kernel/time'
import type { AmendmentAnswer, MinutesAction, MinutesState } from './states'

export const stateWords: Record<MinutesState, string> = {
  draft: '正在记',
  open: '请到会的人核对',
  signed: '已签字',
  published: '已公布',
}

export const actionWords: Record<MinutesAction, string> = {
  write: '记一条',
  strike: '删一条',
  open: '请大家核对',
  amend: '提修改意见',
  answerAmendment: '答复修改意见',
  sign: '签字',
  redraft: '退回再改',
  publish: '公布',
  correct: '加更正说明',
  object: '提异议',
  answerObjection: '答复异议',
}

export const answerWords: Record<AmendmentAnswer, string> = { taken: '已照改', declined: '没有改' }

interface Stands {
  state: MinutesState
  amendUntil: Date | null
  recorderSigned: boolean
  chairSigned: boolean
  publishedAt: Date | null
  objectUntil: Date | null
}

/** Where they stand, in one plain sentence. */
export function sayMinutes(minutes: Stands, now: Date): string {
  const { state, amendUntil, recorderSigned, chairSigned, publishedAt, objectUntil } = minutes
  if (state === 'draft') return '纪要正在记'
  if (state === 'signed') return '记录人和主持人都签了字，等着公布'
  if (state === 'open') {
    if (amendUntil !== null && now < amendUntil)
      return `到会的人可以在 ${sayWhen(amendUntil, now)} 前提修改意见`
    const waits = [...(recorderSigned ? [] : ['记录人']), ...(chairSigned ? [] : ['主持人'])]
    return `等${waits.join('和')}签字`
  }
  const at = publishedAt === null ? '' : `${sayWhen(publishedAt, now)} `
  return objectUntil !== null && now <= objectUntil
    ? `${at}已公布，${sayWhen(objectUntil, now)} 前可以提异议`
    : `${at}已公布`
}

/** 〔2026〕第11号. */
export const sayNumber = (year: number, number: number): string => `〔${year}〕第${number}号`
export const sayCorrection = (at: Date): string => `${sayDay(dayOf(at))} 更正`

export const minutesRefusals = {
  not_signer: { status: 403, says: '只有这次会议的记录人和主持人签字' },
  not_attended: { status: 403, says: '只有到会的人能提修改意见；公布以后可以提异议' },
  not_resident: { status: 403, says: '只有这次会议范围里的住户能提异议' },
  minutes_frozen: { status: 409, says: '纪要已经公布，一个字都不能再改；有错请加更正说明' },
  minutes_moved: { status: 409, says: '纪要现在是“{state}”，不能这样办了，请刷新再看' },
  signatures_missing: { status: 409, says: '要记录人和主持人都签了字才能公布' },
  signed_once: { status: 409, says: '已经有人签字，不能再改；要改请先退回' },
  signed_already: { status: 409, says: '你已经签过字了' },
  meeting_not_over: { status: 409, says: '还没有散会，请先记下散会' },
  amending_over: { status: 409, says: '核对的时间已经过了；公布以后可以提异议' },
  amending_still: { status: 409, says: '到会的人还在核对，{until} 以后才能签字' },
  amendments_open: { status: 409, says: '还有 {open} 条修改意见没有答复，请先答复' },
  objecting_over: { status: 409, says: '提异议的时间已经过了，有事请找社区' },
  answered_already: { status: 409, says: '已经答复过了' },
  item_changed: { status: 409, says: '{who}刚刚改过这一条，请看看两边再定用哪个' },
  item_struck: { status: 409, says: '这一条已经被删掉了，要留着请另记一条' },
  entries_many: { status: 422, says: '一份纪要最多 80 条，请合并一些' },
} as const satisfies Record<string, RefusalWords>
