/** drawn: figures put together; shown: the member reads it first; sent: to the unit, and from then on frozen. */
export const recordStates = ['drawn', 'shown', 'sent'] as const
export type ServiceRecordState = (typeof recordStates)[number]
export const remarks = ['excellent', 'good', 'fair', 'little'] as const
export type Remark = (typeof remarks)[number]
/** Days that the member has to read it, before it may be sent unread. */
export const readDays = 7

/** Before the last day of its year, of somebody who is still here: more may come, and what was shown stays as it is. */
export const isEarly = (year: string | number, today: string, hasLeft: boolean): boolean =>
  !hasLeft && today < `${year}-12-31`
