import type { PhoneCalls, ReportedError } from '../protocol'

/** Tells the phone's log what happened. */
export function report(kind: string, data: unknown = null) {
  void window.__report(kind, data)
}

/** Reports an error; any error fails the scenario that drives the phone. */
export function fail(where: string, error: unknown) {
  const reported: ReportedError = { where, message: messageOf(error), stack: stackOf(error) }
  report('error', reported)
}

/** Asks the phone for something outside the mini-program: the network, the album, the person who holds it. */
export function ask<N extends keyof PhoneCalls>(
  name: N,
  call: Parameters<PhoneCalls[N]>[0],
): ReturnType<PhoneCalls[N]> {
  return window.__ask(name, call) as ReturnType<PhoneCalls[N]>
}

export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message
  if (typeof error === 'object' && error !== null) {
    const { errMsg, message } = error as { errMsg?: unknown; message?: unknown }
    return String(errMsg ?? message ?? JSON.stringify(error))
  }
  return String(error)
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : ''
}
