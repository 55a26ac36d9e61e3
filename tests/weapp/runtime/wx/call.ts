import type { Dict } from '../../protocol'
import { later } from '../activity'
import { fail, messageOf, report } from '../report'
import { allowPrivate } from './privacy'

export interface Options extends Dict {
  success?: (result: Dict) => void
  fail?: (result: Dict) => void
  complete?: (result: Dict) => void
}

export type WxFunctions = Record<string, unknown>

/** A refusal that the app is meant to handle: `errMsg` says `fail` and this message. */
export class WxFailure extends Error {
  constructor(
    message: string,
    readonly extra: Dict = {},
  ) {
    super(message)
  }
}

/** Calls back as WeChat does: later, `success` or `fail`, then `complete`. */
export function succeed(name: string, options: Options, result: Dict = {}) {
  settle(options, { errMsg: `${name}:ok`, ...result }, options.success)
}

export function refuse(name: string, options: Options, message: string, extra: Dict = {}) {
  report('refused', { name, message })
  settle(options, { errMsg: `${name}:fail ${message}`, ...extra }, options.fail)
}

function settle(options: Options, result: Dict, callback?: (result: Dict) => void) {
  later(() => {
    callback?.(result)
    options.complete?.(result)
  })
}

type Work<O> = (options: O) => unknown

/**
 * An asynchronous function of `wx`: answers through its callbacks, or with a promise when it was given none.
 * A `WxFailure` is an answer; any other error is a fault of this harness and is reported as one.
 */
export function asyncCall<O extends Options = Options>(name: string, work: Work<O>) {
  return (options: O = {} as O): Promise<Dict> | undefined => {
    if (options.success || options.fail || options.complete) {
      void run(name, work, options)
      return undefined
    }
    return new Promise((success, reject) => {
      void run(name, work, { ...options, success, fail: reject })
    })
  }
}

async function run<O extends Options>(name: string, work: Work<O>, options: O) {
  try {
    if (!(await allowPrivate(name)))
      throw new WxFailure('privacy permission is not authorized', { errno: 104 })
    const result = await work(options)
    succeed(name, options, (result ?? {}) as Dict)
  } catch (error) {
    if (!(error instanceof WxFailure)) fail(`wx.${name}`, error)
    refuse(name, options, messageOf(error), error instanceof WxFailure ? error.extra : {})
  }
}

/** For a function whose only effect is on the phone around the mini-program: it is noted and succeeds. */
export function notedCall(name: string, answer: Dict = {}) {
  return asyncCall(name, (options) => {
    noteAsked(name, options)
    return answer
  })
}

/** Notes what the app asked of the phone, for the scenario to look at. */
export function noteAsked(name: string, options: Dict) {
  const plain = Object.entries(options).filter(([, value]) => typeof value !== 'function')
  report('asked', { name, options: Object.fromEntries(plain) })
}

export const pickKeys = (from: Dict, keys: string[]): Dict =>
  Object.fromEntries(keys.map((key) => [key, from[key]]))
