/** Numbers that people read out and type: ten digits by chance, two that check them (ISO 7064, MOD 97-10). */
const digits = 10

const mod97 = (digits: string): number => [...digits].reduce((rest, d) => (rest * 10 + Number(d)) % 97, 0)

/** Catches one wrong digit and two that changed places, before anybody is asked. */
export const isNumber = (text: string): boolean => /^\d{12}$/.test(text) && mod97(text) === 1

/** From a whole number by chance. */
export function numberOf(chance: number): string {
  const base = String(chance % 10 ** digits).padStart(digits, '0')
  return base + String(98 - mod97(`${base}00`)).padStart(2, '0')
}

/** `1234 5678 9012`, however it was typed: spaces, dashes and full-width digits. */
export const readNumber = (typed: string): string =>
  typed
    .replace(/[\uff10-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000-]/g, '')
export const sayNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')

// without 0 O 1 I L, which look alike on paper
export const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const codeLength = 10
/** The check code of a receipt: by chance, so that only who holds the paper knows it. */
export const codeOf = (chance: Uint8Array): string =>
  Array.from(chance.subarray(0, codeLength), (b) => codeLetters[b % codeLetters.length]).join('')
export const readCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

/** What stands in the QR codes: ordinary links of the house's own host, told apart from codes on walls by their first letter. */
export const slipLink = (host: string, number: string): string => `${host}/q/S${number}`
export const receiptLink = (host: string, number: string, code: string): string =>
  `${host}/q/R${number}${code}`
export const readSlipLink = (link: string): string | undefined => {
  const number = /(?:^|\/q\/|code=)S(\d{12})$/.exec(link.trim())?.[1]
  return number !== undefined && isNumber(number) ? number : undefined
}
export const readReceiptLink = (link: string): { receiptNumber: string; checkCode: string } | undefined => {
  const m = /(?:^|\/q\/|code=)R(\d{12})([2-9A-HJKMNP-Z]{10})$/.exec(link.trim())
  return m && isNumber(m[1]!) ? { receiptNumber: m[1]!, checkCode: m[2]! } : undefined
}
