import { sayWhen } from '../kernel/time'
import { type Category, categoryWords } from './categories'
import type { WhistleState } from './states'

/** For whom a sentence is: who reported it, the community, the party that has it, or whoever else may look. */
export type Side = 'reporter' | 'community' | 'party' | 'others'

/** What a sentence about where a whistle stands is made from. */
export interface Stands {
  state: WhistleState
  /** The deadline that runs now. */
  nextDueAt: Date | null
  provisional: boolean
  lead: string | null
  disputed: boolean
  outcome: string | null
}

type Says = Record<Side, string>
const toAll = (says: string): Says => ({ reporter: says, community: says, party: says, others: says })

const titleAtMost = 24

/** First words of what was written, or what it is about where nothing was. */
export function sayTitle(words: string | null, category: Category): string {
  const first = words?.split(/[。！？；!?;\n]/).find((part) => part.trim() !== '')
  if (first === undefined) return categoryWords[category]
  const letters = [...first.trim()]
  return letters.length > titleAtMost ? `${letters.slice(0, titleAtMost).join('')}…` : letters.join('')
}

/** Where it stands, in one plain sentence: who does what by when. */
export function sayWhistle(whistle: Stands, side: Side, now: Date): string {
  const { state, nextDueAt, provisional, disputed } = whistle
  const lead = whistle.lead ?? '办理单位'
  if (nextDueAt === null) return still[state]?.(whistle)[side] ?? running(state, '', lead)[side]
  const late = nextDueAt.getTime() <= now.getTime()
  const when = sayWhen(nextDueAt, now)
  const sure = provisional ? '（暂定）' : ''
  // whoever has to answer the dispute is told of it first, also when it is late
  if (disputed && (!late || side === 'community' || side === 'party')) return inDispute(lead)[side]
  if (late) return `已超过 ${when} 的时限，${overdue(state, lead)[side]}${sure}`
  return `${running(state, `${when} 前`, lead)[side]}${sure}`
}

/** While a deadline runs. */
function running(state: WhistleState, by: string, lead: string): Says {
  if (state === 'submitted') return { ...toAll(`等社区受理，${by}`), reporter: `社区 ${by}回复你` }
  if (state === 'accepted')
    return { ...toAll(`社区受理了，${by}有人到场`), community: `等社区派单，${by}要有人到场` }
  if (state === 'dispatched') return { ...toAll(`${lead} ${by}到场`), party: `请 ${by}到场` }
  if (state === 'responded') return { ...toAll(`${lead} 已到场，${by}办好`), party: `请 ${by}办好` }
  return { ...toAll(`重新在办，${lead} ${by}办好`), party: `居民说还没修好，请 ${by}办好` }
}

/** Once the deadline is over. */
function overdue(state: WhistleState, lead: string): Says {
  if (state === 'submitted')
    return { ...toAll('等社区受理'), reporter: '已经提醒社区', community: '请尽快受理' }
  if (state === 'accepted')
    return { ...toAll('等社区派单'), reporter: '已经提醒社区', community: '请尽快派单' }
  const comes = state === 'dispatched' ? '到场' : '办好'
  return { ...toAll('社区在催'), community: `${lead} 还没有${comes}，请催一催`, party: `请尽快${comes}` }
}

const inDispute = (lead: string): Says => ({
  reporter: `${lead} 说不归他们管，社区在协调`,
  community: `${lead} 提出退单，请答复`,
  party: '你们提出了退单，等社区答复',
  others: `${lead} 提出退单，等社区答复`,
})

/** While no deadline runs. */
const still: Partial<Record<WhistleState, (whistle: Stands) => Says>> = {
  needsInfo: () => ({
    ...toAll('等居民补充说明，时限先停着'),
    reporter: '社区想问清楚一件事，请你补充',
  }),
  tabled: () => toAll('提交楼宇会商量，时限先停着'),
  resolved: () => ({
    ...toAll('办好了，等居民评价'),
    reporter: '修好了吗？请你说一句',
    community: '办好了，等居民评价或社区回访',
  }),
  followedUp: () => toAll('修好了，已经回访'),
  closed: ({ outcome }) =>
    outcome === 'solved'
      ? toAll('已结束，修好了')
      : { ...toAll('已结束，没有等到评价'), reporter: '已结束，没有等到你的评价' },
  rejected: () => toAll('社区没有受理'),
  merged: () => toAll('并到另一件，一起办'),
  withdrawn: () => ({ ...toAll('居民撤回了'), reporter: '你撤回了' }),
}
