import type { RefusalWords } from '../kernel/refusal'
import type { TieKind } from './contract'

export const tieKindWords: Record<TieKind, string> = { owner: '业主', tenant: '租户' }

export const homeRefusals = {
  tie_ended: { status: 409, says: '这一条已经结束，请刷新后再看' },
  owners_represent: { status: 422, says: '只有业主能做这一户的表决代表' },
} as const satisfies Record<string, RefusalWords>
