/** Numbers that people read out and type: ten digits by chance, two that check them (ISO 7064, MOD 97-10). */
const digits = 10

/** Catches one wrong digit and two that changed places, before anybody is asked. */
export const isNumber = (text: string): boolean => /^\d{12}$/.test(text) && BigInt(text) % 97n === 1n

export function numberOf(chance: bigint): string {
  const base = String(chance % 10n ** BigInt(digits)).padStart(digits, '0')
  return base + String(98n - ((BigInt(base) * 100n) % 97n)).padStart(2, '0')
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
