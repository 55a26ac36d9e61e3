/** Figures of the house, each a default that a community may live by. */
export const wordsAtMost = 2500
export const photosAtMost = 9
/** How many whistles one person sends a day, and how many alike, where a community has not set its own. */
export const quota = { aDay: 10, alikeADay: 2 }
export const aDayAtMost = 100
/** Days in which the reporter may say whether it is solved; after that it is closed as unanswered. */
export const daysToAnswer = 7
/** Days after closing in which the reporter may open it again. */
export const daysToReopen = 7
/** The second time it is opened again goes to the level above. */
export const reopeningsBeforeRaise = 2
/** A whistle that was followed up is closed after this many days. */
export const daysToClose = 1
/** How long after its deadline a whistle goes to the level above. */
export const hoursBeforeRaise = 2
/** A deadline that somebody sets, at a dispatch or an extension, lies at most this far ahead. */
export const setDaysAtMost = 60
export const isTooFar = (due: Date, now: Date): boolean =>
  due.getTime() - now.getTime() > setDaysAtMost * 86_400_000
/** A short question goes out so many days after closing, to one in so many. */
export const surveyAfterDays = 30
export const surveyOneIn = 3

/** A pin has to lie in China: its corners by degrees (国家基本地理数据). */
export const inChina = ({ lat, lng }: { lat: number; lng: number }): boolean =>
  lat >= 3.5 && lat <= 53.7 && lng >= 73.4 && lng <= 135.2
