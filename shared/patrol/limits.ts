export const checkpointsAtMost = 60
export const walkersAtMost = 20
/** Of one finding or look, before the work and after it each. */
export const photosEachAtMost = 4
export const wordsAtMost = 500
/** What one piece of a round carries at most: some 100 KB, well under what the door takes; 500 findings go in ten. */
export const ticksAPiece = 200
export const findingsAPiece = 50
export const notesAPiece = 50
/** More rounds in a month than this would be a rhythm of days. */
export const timesAMonthAtMost = 28
/** Days of plans that a phone takes along, for somebody who is without signal for long. */
export const daysAhead = 14
/** A phone's clock that is off by more is said to be. */
export const clockOffSeconds = 600
/** A tick further from its checkpoint than this, and than the phone's own doubt, is said to be far. */
export const farMetres = 100
export const monthsAtMost = 24
export const exportKeptHours = 24
