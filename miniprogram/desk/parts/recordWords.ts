import { claimStates } from '../../../shared/claim/states'
import { claimStateWords } from '../../../shared/claim/words'
import type { Output } from '../../../shared/contract'
import { tieKindWords } from '../../../shared/home/words'
import { sayArea } from '../../../shared/kernel/area'
import { isDay, sayDay } from '../../../shared/kernel/time'
import { revealPurposeWords } from '../../../shared/person/contract'
import { homeKindWords, managementWords } from '../../../shared/place/modes'
import { roles } from '../../../shared/role/roles'
import { rollStateWords } from '../../../shared/roll/states'

export type RecordEntry = Output<'record.list'>['items'][number]

const from =
  (words: Record<string, string>) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' ? words[value] : undefined

const asDay = (value: unknown) => (typeof value === 'string' && isDay(value) ? sayDay(value) : undefined)
const asCount = (unit: string) => (value: unknown) => {
  const count = Array.isArray(value) ? value.length : value
  return typeof count === 'number' ? `${count} ${unit}` : undefined
}
const states: Record<string, string> = {
  ...rollStateWords,
  ...Object.fromEntries(claimStates.map((s) => [s, claimStateWords[s]])),
}
const roleWords = Object.fromEntries(Object.entries(roles).map(([role, { name }]) => [role, name]))

/** What the record keeps beside the act, in the words of the screens. What only a machine reads is left out. */
const said: Record<string, { name: string; says(value: unknown): string | undefined }> = {
  state: { name: '状态', says: from(states) },
  management: { name: '管理方式', says: from(managementWords) },
  purpose: { name: '为了', says: from(revealPurposeWords) },
  role: { name: '身份', says: from(roleWords) },
  kind: { name: '类型', says: from({ ...homeKindWords, ...tieKindWords }) },
  by: { name: '怎么对上的', says: from({ claim: '核实认领', phone: '手机号相同' }) },
  from: { name: '从', says: asDay },
  to: { name: '到', says: asDay },
  areaCentiares: {
    name: '面积',
    says: (value) => (typeof value === 'number' ? `${sayArea(value)} 平方米` : undefined),
  },
  entrances: { name: '单元', says: asCount('个') },
  buildingIds: { name: '楼栋', says: asCount('栋') },
  compoundIds: { name: '小区', says: asCount('个') },
  ids: { name: '分成', says: asCount('个小区') },
  buildings: { name: '楼栋', says: asCount('栋') },
  homes: { name: '住户', says: asCount('户') },
  people: { name: '人', says: asCount('人') },
  changed: { name: '改了', says: asCount('行') },
  lines: { name: '名册', says: asCount('行') },
}

/** Each thing that was changed: 状态：等待核实 → 已通过. */
export function changesOf(entry: Pick<RecordEntry, 'before' | 'after'>): { name: string; says: string }[] {
  const keys = new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])
  return [...keys].flatMap((key) => {
    const word = said[key]
    const before = word?.says(entry.before?.[key])
    const after = word?.says(entry.after?.[key])
    if (word === undefined || (before ?? after) === undefined || before === after) return []
    const says =
      before !== undefined && after !== undefined ? `${before} → ${after}` : (after ?? `原来是 ${before}`)
    return [{ name: word.name, says }]
  })
}
