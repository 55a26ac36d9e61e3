import type { Output } from '../../shared/contract'
import { type RevealPurpose, revealPurposeWords } from '../../shared/person/contract'
import type { RecordAction } from '../../shared/record/actions'
import type { PageName } from '../kernel/go'

type Entry = Output<'record.mine'>['items'][number]
type Says = (subject: string, entry: Entry) => string

const purposeOf = (entry: Entry): string => {
  const purpose = entry.after?.purpose
  return typeof purpose === 'string' && purpose in revealPurposeWords
    ? `，为了${revealPurposeWords[purpose as RevealPurpose]}`
    : ''
}

/** The record speaks of things; here it speaks to the one it is about. */
const toMe: Partial<Record<RecordAction, Says>> = {
  'person.revealed': (_, entry) => `看了你的完整手机号${purposeOf(entry)}`,
  'role.granted': (subject) => `给了你一个身份：${subject}`,
  'role.revoked': (subject) => `收回了你的身份：${subject}`,
  'claim.accepted': (subject) => `核实通过，${subject} 是你的家了`,
  'claim.rejected': (subject) => `没有通过你对 ${subject} 的认领，理由在“我的”里`,
  'tie.bound': (subject) => `名册上有你，${subject} 已经对上了`,
  'tie.added': (subject) => `把你登记到了 ${subject}`,
  'tie.ended': (subject) => `结束了你在 ${subject} 的登记`,
  'tie.represents': (subject) => `请你做 ${subject} 的表决代表`,
}

export const sayToMe = (entry: Entry): string =>
  toMe[entry.action as RecordAction]?.(entry.subject, entry) ?? entry.says

/** Where more of it can be read. */
export function leadsTo(entry: Entry): PageName | undefined {
  if (/^(claim|role)\./.test(entry.action)) return 'me/index'
  return /^tie\./.test(entry.action) ? 'home/index' : undefined
}
