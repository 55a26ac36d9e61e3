export const serviceStates = ['in', 'out', 'confirmed', 'refused', 'corrected'] as const
/** in: signed in; out: waits for the worker; corrected: another service took its place. */
export type ServiceState = (typeof serviceStates)[number]

export const signWays = ['code', 'position', 'worker'] as const
export type SignWay = (typeof signWays)[number]

export const refuseReasons = ['notThere', 'leftEarly', 'otherPerson', 'notService'] as const
export type RefuseReason = (typeof refuseReasons)[number]
export const correctReasons = ['forgotOut', 'wrongTime', 'wrongWorkHours', 'found'] as const
export type CorrectReason = (typeof correctReasons)[number]

/** Metres around a post within which a phone may sign in; a fix less sure than this says nothing. */
export const nearMetres = 200
export const sureMetres = 100
/** Hours for which a sign-in without signal may lie on the phone; later the worker writes it down. */
export const keptHours = 24
