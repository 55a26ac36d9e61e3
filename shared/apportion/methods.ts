export const methods = ['floor', 'area', 'equal'] as const
export type Method = (typeof methods)[number]
