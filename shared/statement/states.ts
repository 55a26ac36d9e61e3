/** Why a month or a year cannot be published yet. */
export const notReady = ['early', 'order', 'unsettled', 'out'] as const
export type NotReady = (typeof notReady)[number]
/** Questions of one person about one statement. */
export const questionsAtMost = 10
