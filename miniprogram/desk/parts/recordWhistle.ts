import { sayWhen } from '../../../shared/kernel/time'
import { categoryWords, urgencyWords } from '../../../shared/whistle/categories'
import { raisedFor, remindedOf, surveyed } from '../../../shared/whistle/saysStep'
import { type WhistleState, whistleStates } from '../../../shared/whistle/states'
import { outcomeWords, partyKindWords, sourceWords } from '../../../shared/whistle/words'
import { sayState } from '../../whistle/parts/words'
import { sayLimit } from './clockWords'
import { asCount, from, type Said, type Side } from './recordSays'

// as whoever works here reads it: 等居民补充, not 等你补充
const states = Object.fromEntries(whistleStates.map((s: WhistleState) => [s, sayState(s, false)]))

/** The record carries an instant as whole seconds. */
const asInstant = (value: unknown, _: Side, now: Date) =>
  typeof value === 'number' ? `${sayWhen(new Date(value * 1000), now)} 前` : undefined

/** An amount stands beside its unit. */
const asLimit = (unit: string) => (value: unknown, side: Side) =>
  typeof value === 'number' ? sayLimit({ amount: value, unit: String(side[unit]) }) : undefined

/** What a line about a whistle keeps. Which party and which other whistle it was are ids, and told where it stands itself. */
export const whistleSaid: readonly Said[] = [
  { key: 'state', name: '状态', says: from(states) },
  // what the clock does has nobody who did it, and says so already
  { key: 'by', name: '哪一方', says: from({ reporter: '报事的居民', community: '社区', party: '承办方' }) },
  { key: 'source', name: '从哪里来', says: from(sourceWords) },
  { key: 'category', name: '类别', says: from(categoryWords) },
  { key: 'urgency', name: '急不急', says: from(urgencyWords) },
  { key: 'kind', name: '派给', says: from(partyKindWords) },
  { key: 'kind', name: '提醒什么', says: from(remindedOf) },
  { key: 'co', name: '协办', says: (value) => (value === 0 ? undefined : asCount('方')(value)) },
  { key: 'responseDue', name: '到场时限', says: asInstant },
  { key: 'resolutionDue', name: '办好时限', says: asInstant },
  { key: 'for', name: '为什么', says: from(raisedFor) },
  { key: 'taken', name: '谁来办', says: (value) => (value === false ? '放回桌上，等人接' : undefined) },
  { key: 'outcome', name: '结果', says: from({ ...outcomeWords, unanswered: '没有等到评价' }) },
  { key: 'stars', name: '满意', says: asCount('颗星') },
  { key: 'answer', name: '回答', says: from(surveyed) },
  { key: 'response', name: '到场', says: asLimit('responseUnit') },
  { key: 'resolution', name: '办好', says: asLimit('resolutionUnit') },
  { key: 'aDay', name: '一天总共', says: asCount('次') },
  { key: 'alikeADay', name: '同样的事', says: asCount('次') },
  { key: 'whistles', name: '哨', says: asCount('件') },
]
