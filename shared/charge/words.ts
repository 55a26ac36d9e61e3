import type { RefusalWords } from '../kernel/refusal'
import type { Age, Basis } from './rules'

export const basisWords: Record<Basis, string> = { home: '按户', area: '按面积' }
export const ageWords: Record<Age, string> = {
  days30: '一个月以内',
  days90: '一到三个月',
  days365: '三个月到一年',
  older: '一年以上',
}

export const chargeRefusals = {
  fee_from: { status: 422, says: '从某个月的 1 号开始，不能早于开账和已经公布的月份' },
  fee_too_much: { status: 422, says: '这样一个月一共要收 {sum}，超过 1 亿元，请看看是不是多写了零' },
  fee_twice: { status: 409, says: '“{name}”从 {from} 起已经在收，再加就收两份；要改价请先停收原来的' },
  fee_over: { status: 409, says: '这项收费已经停了' },
  lowered_over: { status: 422, says: '最多只能减 {most}' },
} as const satisfies Record<string, RefusalWords>
