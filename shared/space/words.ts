import { sayYuan } from '../kernel/money'
import type { RefusalWords } from '../kernel/refusal'
import type { SpaceKind, SpaceState, TariffUnit } from './kinds'

export const spaceKindWords: Record<SpaceKind, string> = {
  parking: '停车位',
  advert: '广告位',
  venue: '场地',
}
export const spaceStateWords: Record<SpaceState, string> = { free: '空着', let: '有人用', ended: '停用' }
export const unitWords: Record<TariffUnit, string> = { day: '天', month: '月', year: '年' }

/** 3 号; a spot that has a name instead of a number is called by it: 大门灯箱. */
export const sayNumber = (number: string): string =>
  /^[A-Za-z]{0,2}\d+$/.test(number) ? `${number} 号` : number

/** 每天 5.00 元. */
export const sayTariff = (unit: TariffUnit, fen: number): string => `每${unitWords[unit]} ${sayYuan(fen)}`

export const spaceRefusals = {
  parking_unfounded: { status: 409, says: '占用共有道路停车要业主共同决定，请先写明依据哪条决议' },
  space_numbered: { status: 409, says: '{number}已经有了，请换一个编号' },
  space_elsewhere: { status: 422, says: '有一个位置不在这个小区，请重新选' },
  space_let: { status: 409, says: '还有人在用，请先结束租用' },
  space_ended: { status: 409, says: '这个位置已经停用' },
  tariff_past: { status: 422, says: '新价从今天或以后的日子开始，已经到期的不再改' },
  tariff_charged: { status: 409, says: '“{number}”的费用已经按原价算到 {through}，新价请从 {next} 或以后起' },
  visitors_by_day: { status: 422, says: '临时停车按天收费' },
} as const satisfies Record<string, RefusalWords>
