/** Figures of the house. Those of `terms` are a default that a community may change. */
export const terms = {
  /** Days between the notice and the meeting. */
  noticeDays: 3,
  /** Where owners' matters are on the list. 物业管理条例 14: 15 days before. */
  ownersNoticeDays: 15,
  /** How long those who attended may ask for another wording. */
  amendHours: 48,
  /** Days in which residents may object to how something was recorded. */
  objectDays: 7,
} as const
export type Terms = Record<keyof typeof terms, number>
/** No community may give less notice to owners than the law does, nor close the minutes at once. */
export const termsWithin: Record<keyof Terms, readonly [least: number, most: number]> = {
  noticeDays: [0, 30],
  ownersNoticeDays: [15, 60],
  amendHours: [24, 336],
  objectDays: [7, 60],
}

/** Minutes before its time from which a meeting may be begun, and people sign in. */
export const earliestMinutes = 60
/** Hours after its planned end in which somebody may still sign in by code. */
export const latestHours = 4
/** Days ahead that a series has its meetings planned. */
export const plannedAheadDays = 21
/** Hours before it that the circle is reminded. */
export const remindHours = 24
/** Hours after its planned end at which the keepers are asked what became of it. */
export const unsettledHours = 24
/** Days after which a phone no longer tells what was tapped without signal. */
export const toldLateDays = 30
/** How far ahead a meeting may be set. */
export const aheadDaysAtMost = 366
export const minutesAtMost = 720
export const itemsAtMost = 40
export const circleAtMost = 60
export const papersAtMost = 9
