// GA 36-2018 and the plates that it leaves alone. Letters I and O are on none of them; of the digits all are.
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const letter = '[A-HJ-NP-Z]'
const sign = '[A-HJ-NP-Z0-9]'
const head = `[${provinces}]${letter}`

const forms: Record<string, RegExp> = {
  ordinary: new RegExp(`^${head}${sign}{5}$`),
  // the green ones have one sign more: small cars begin with the letter, large ones end with it
  greenSmall: new RegExp(`^${head}[A-HJK]${sign}\\d{4}$`),
  greenLarge: new RegExp(`^${head}\\d{5}[A-HJK]$`),
  // 教练车 学, 警车 警, 挂车 挂, 领馆 领, 入出境 港 and 澳, 试验 试, 超限 超, 临时 临
  marked: new RegExp(`^${head}${sign}{4}[学警挂领港澳试超]$`),
  temporary: new RegExp(`^${head}${sign}{5}临$`),
  embassy: /^(?:使\d{6}|\d{6}使)$/,
  rescue: new RegExp(`^[${provinces}][XS]\\d{4}应急$`),
  army: /^[A-HJ-NP-Z]{2}\d{5}$/,
  armedPolice: new RegExp(`^WJ[${provinces}]?\\d{4}[0-9TDSHBXJ]$`),
  airport: /^民航[A-HJ-NP-Z0-9]\d{4}$/,
  tractor: new RegExp(`^[${provinces}]\\d{7}$`),
}
export type PlateForm = string

const wide = /[\uff01-\uff5e]/g

/** As it is kept: capital letters, no spaces, dots or dashes between; undefined for what is no plate. */
export function readPlate(typed: string): string | undefined {
  const plain = typed
    .replace(wide, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s·•・.．。\-—_]/g, '')
    .toUpperCase()
  return Object.values(forms).some((form) => form.test(plain)) ? plain : undefined
}

/** Eight signs, one of them the letter of a car that drives on current. */
export const isGreen = (plate: string): boolean =>
  forms.greenSmall!.test(plate) || forms.greenLarge!.test(plate)

/** 渝A·12345: as it stands on the car. */
export const sayPlate = (plate: string): string =>
  new RegExp(`^${head}`).test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate
