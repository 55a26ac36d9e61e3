import type { Urgency } from '../../../shared/whistle/categories'

/** What is most often wrong: one tap writes it. */
export const phrases = [
  '灯坏了',
  '漏水了',
  '垃圾没人清',
  '电梯坏了',
  '停水了',
  '井盖松了',
  '消防通道被堵',
  '太吵了',
] as const

/** Where in or around a house it usually is. */
export const spots = [
  '楼道',
  '楼梯',
  '电梯',
  '单元门口',
  '楼顶',
  '地下车库',
  '小区大门',
  '垃圾房',
  '绿化带',
] as const

export const urgencyHints: Record<Urgency, string> = {
  danger: '人有危险，或一刻也等不得',
  ordinary: '不危险，按时办好就行',
  complex: '要几家一起商量才办得成',
}

export const visibility = [
  {
    value: 'hidden',
    label: '看不到',
    hint: '邻居和来办事的人不知道是谁吹的，只有社区知道',
  },
  {
    value: 'shown',
    label: '看得到',
    hint: '办事要找你时，社区可以告诉来办事的人',
  },
] as const
