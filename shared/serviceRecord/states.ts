/** drawn: figures put together; shown: the member reads it first; sent: to the unit, and from then on frozen. */
export const recordStates = ['drawn', 'shown', 'sent'] as const
export type ServiceRecordState = (typeof recordStates)[number]
export const remarks = ['excellent', 'good', 'fair', 'little'] as const
export type Remark = (typeof remarks)[number]
/** Days that the member has to read it, before it may be sent unread. */
export const readDays = 7
