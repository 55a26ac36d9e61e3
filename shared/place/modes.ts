export const managementModes = ['none', 'selfManaged', 'lumpSum', 'feeBased', 'trust'] as const
export type ManagementMode = (typeof managementModes)[number]
export const homeKinds = ['dwelling', 'shop', 'other'] as const
export type HomeKind = (typeof homeKinds)[number]

export const managementWords: Record<ManagementMode, string> = {
  none: '三无小区',
  selfManaged: '自管',
  lumpSum: '包干制物业',
  feeBased: '酬金制物业',
  trust: '信托制物业',
}
export const homeKindWords: Record<HomeKind, string> = { dwelling: '住宅', shop: '门市', other: '其他' }
