import type { RefusalWords } from '../kernel/refusal'
import type { Method } from './methods'

export const methodWords: Record<Method, string> = { floor: '按楼层系数', area: '按面积', equal: '每户一样' }
export const tableIsOurs = '楼层系数没有国家标准，这张表是本小区商量用的，可以改'

export const apportionRefusals = {
  home_twice: { status: 422, says: '有一户选了两次，请去掉一个' },
  floor_missing: { status: 422, says: '{label} 没有写楼层，或系数表里没有这一层' },
  nobody_bears: { status: 422, says: '系数都是 0，没有人分摊，请核对' },
} as const satisfies Record<string, RefusalWords>
