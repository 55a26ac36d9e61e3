/** 三率, and exactly what each counts; `rated_whistles` in the database says the same, and a test recomputes it from the record. */
export const rates = ['response', 'resolved', 'satisfied'] as const
export type Rate = (typeof rates)[number]

export const rateWords: Record<Rate, string> = { response: '按时到场', resolved: '解决', satisfied: '满意' }

const leftOut = '没有受理和撤回的不算，并到另一件的只算一次。'

export const definitions: Record<Rate, string> = {
  response: `到场时限落在这段时间里的，有多少在时限前到了场。过了时限没人到、又重新派单的，按最早错过的时限算没有按时到场。时限还没到的、等居民补充、时限停着的不算。${leftOut}`,
  resolved: `办结时限落在这段时间里的，有多少在最后一次回访时说修好了。过了时限才延期、改派或重新办的，按最早错过的时限算。没人评价的也在总数里，另外列出；居民要求重新办的，算没有解决。时限还没到的不算。${leftOut}`,
  satisfied: `这段时间里答了回访的，有多少打了四星或五星。以最后一次回访为准；居民要求重新办的，算没有满意。${leftOut}`,
}

export const groupings = ['month', 'category', 'compound', 'building', 'party', 'community'] as const
export type Grouping = (typeof groupings)[number]

export const groupingWords: Record<Grouping, string> = {
  month: '按月',
  category: '按类别',
  compound: '按小区',
  building: '按楼栋',
  party: '按责任方',
  community: '按社区',
}

export const groupingNotes: Partial<Record<Grouping, string>> = {
  party:
    '算在最后一次派单的牵头方名下。退单被同意、还没有再派的，不算在任何一方名下。每一方只算派给它以后的时限，以前错过的不算它的，所以合计会和别的分组不一样。',
  month: '到场和解决按时限所在的月份，满意按回访的月份。',
}

/** Which whistles behind a number: all of the denominator, those that met it or not, those that nobody answered. */
export const sides = ['all', 'met', 'unmet', 'unanswered'] as const
export type Side = (typeof sides)[number]

/** The group of those that have none: without a building, without a party. */
export const noGroup = 'none'
export const noGroupWords: Partial<Record<Grouping, string>> = {
  building: '没有写明楼栋',
  party: '没有派给哪一方',
}

export const monthsAtMost = 24
/** Lines of one spreadsheet: what can be put together well within the time of one call. */
export const exportedAtMost = 20_000
/** For how long a finished spreadsheet is kept. */
export const exportKeptHours = 24
