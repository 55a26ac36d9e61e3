import { demoId } from './stage'

export const yanxi = demoId('盐溪社区')
export const hongyun = demoId('弘运社区')
export const yanxiCompound = demoId('盐溪桥小区')
export const hongyunCompound = demoId('弘运小区')
export const trustCompound = demoId('花溪苑')
export const demoDistrict = { id: demoId('示范区'), name: '示范区' }
export const demoSubdistrict = { id: demoId('江畔街道'), name: '江畔街道' }
