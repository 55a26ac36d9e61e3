/** post: 设岗, standing; once: on one day; care: standing, with homes to look after. */
export const taskKinds = ['post', 'once', 'care'] as const
export type TaskKind = (typeof taskKinds)[number]
/** over: its day has passed or it was closed; cancelled: it is not held, with a reason. */
export const taskStates = ['open', 'over', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]
/** Who gets a place: whoever comes first, or whom the worker chooses. */
export const takenBy = ['first', 'choice'] as const
export type TakenBy = (typeof takenBy)[number]
export const takingStates = ['asked', 'taken', 'declined', 'left', 'ended'] as const
export type TakingState = (typeof takingStates)[number]
export const leaveReasons = ['ill', 'work', 'family', 'moved', 'other'] as const
export type LeaveReason = (typeof leaveReasons)[number]
export const cancelReasons = ['weather', 'fewPeople', 'notNeeded', 'postponed'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** Hours before a one-off task until which a member may leave it by themselves. */
export const leaveHours = 24
/** Minutes before its time from which one signs in, and after it until which one signs out by code. */
export const aroundMinutes = 60
export const placesAtMost = 500
