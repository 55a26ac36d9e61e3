import type { RefusalWords } from '../kernel/refusal'
import type { OrganisationKind } from './contract'

export const organisationKindWords: Record<OrganisationKind, string> = {
  department: '职能部门',
  property: '物业公司',
  unit: '共建单位',
}

export const organisationRefusals = {
  organisation_unknown: { status: 422, says: '没有这个单位，请先在街道登记' },
  days_reversed: { status: 422, says: '结束日期不能早于开始日期' },
  engaged_already: { status: 409, says: '这个单位已经在这里工作，不用再加' },
  engagement_ended: { status: 409, says: '这项委托已经结束' },
} as const satisfies Record<string, RefusalWords>
