import { claimStateWords } from '../../../shared/claim/words'
import type { Output } from '../../../shared/contract'
import { tieKindWords } from '../../../shared/home/words'
import { sayArea } from '../../../shared/kernel/area'
import { isDay, sayDay } from '../../../shared/kernel/time'
import { checkStateWords, photoReasonWords } from '../../../shared/media/words'
import { revealPurposeWords } from '../../../shared/person/contract'
import { homeKindWords, managementWords } from '../../../shared/place/modes'
import { roles } from '../../../shared/role/roles'
import { rollStateWords } from '../../../shared/roll/states'
import { asCount, from, type Said } from './recordSays'
import { whistleSaid } from './recordWhistle'

export type RecordEntry = Output<'record.list'>['items'][number]

const asDay = (value: unknown) => (typeof value === 'string' && isDay(value) ? sayDay(value) : undefined)
const roleWords = Object.fromEntries(Object.entries(roles).map(([role, { name }]) => [role, name]))
const state = (words: Record<string, string>): Said => ({ key: 'state', name: '状态', says: from(words) })

const said: readonly Said[] = [
  { key: 'management', name: '管理方式', says: from(managementWords) },
  { key: 'purpose', name: '为了', says: from(revealPurposeWords) },
  { key: 'role', name: '身份', says: from(roleWords) },
  { key: 'kind', name: '类型', says: from({ ...homeKindWords, ...tieKindWords }) },
  { key: 'by', name: '怎么对上的', says: from({ claim: '核实认领', phone: '手机号相同' }) },
  { key: 'from', name: '从', says: asDay },
  { key: 'to', name: '到', says: asDay },
  {
    key: 'areaCentiares',
    name: '面积',
    says: (value) => (typeof value === 'number' ? `${sayArea(value)} 平方米` : undefined),
  },
  { key: 'entrances', name: '单元', says: asCount('个') },
  { key: 'buildingIds', name: '楼栋', says: asCount('栋') },
  { key: 'compoundIds', name: '小区', says: asCount('个') },
  { key: 'ids', name: '分成', says: asCount('个小区') },
  { key: 'buildings', name: '楼栋', says: asCount('栋') },
  { key: 'homes', name: '住户', says: asCount('户') },
  { key: 'people', name: '人', says: asCount('人') },
  { key: 'changed', name: '改了', says: asCount('行') },
  { key: 'lines', name: '名册', says: asCount('行') },
]

const photoSaid: readonly Said[] = [
  state({ ready: '处理好了', refused: '没有用上' }),
  { key: 'reason', name: '为什么', says: from(photoReasonWords) },
  { key: 'checkState', name: '审核', says: from(checkStateWords) },
]

/** One word means different things of different subjects: a claim and a whistle are both `accepted`. */
const saidOf: Record<string, readonly Said[]> = {
  claim: [state(claimStateWords), ...said],
  roll: [state(rollStateWords), ...said],
  photo: photoSaid,
  whistle: whistleSaid,
  incident: whistleSaid,
}

/** Each thing that was changed, in the words of the screens: 状态：等待核实 → 已通过. */
export function changesOf(
  { action, before, after }: Pick<RecordEntry, 'action' | 'before' | 'after'>,
  now: Date,
): { name: string; says: string }[] {
  const words = saidOf[action.split('.')[0]!] ?? said
  return words.flatMap(({ key, name, says: say }) => {
    const [was, is] = [before, after].map((side) => (side ? say(side[key], side, now) : undefined))
    if ((was ?? is) === undefined || was === is) return []
    const says = was !== undefined && is !== undefined ? `${was} → ${is}` : (is ?? `原来是 ${was}`)
    return [{ name, says }]
  })
}
