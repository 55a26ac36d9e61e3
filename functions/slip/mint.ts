import { randomBytes, randomInt } from 'node:crypto'
import { codeOf, numberOf } from '../../shared/slip/number'

/** By chance, so that nobody counts on to the next. */
export const newSlipNumber = (): string => numberOf(randomInt(0, 10 ** 10))
export const newReceiptCode = (): string => codeOf(randomBytes(16))
