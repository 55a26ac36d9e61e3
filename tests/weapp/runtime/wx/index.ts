import { report } from '../report'
import { account, canIUseOf } from './account'
import { type Options, refuse, type WxFunctions } from './call'
import { deviceFunctions } from './device'
import { files } from './files'
import { media } from './media'
import { navigation } from './navigation'
import { network } from './network'
import { storage } from './storage'
import { ui } from './ui'

const NOT_BUILT = 'not implemented in this harness'

const built: WxFunctions = {
  ...account,
  ...deviceFunctions,
  ...files,
  ...media,
  ...navigation,
  ...network,
  ...storage,
  ...ui,
}
built.canIUse = canIUseOf(built)

/** Every other documented function is there too, and fails loudly. */
function missing(name: string) {
  if (/Sync$|^create|^get\w*Manager$|^on[A-Z]|^off[A-Z]/.test(name)) {
    return () => {
      report('missing', name)
      throw new Error(`wx.${name} is ${NOT_BUILT}`)
    }
  }
  return (options: Options = {}) => {
    report('missing', name)
    refuse(name, options, NOT_BUILT)
    const hasCallback = options.success || options.fail || options.complete
    return hasCallback ? undefined : Promise.reject(new Error(`wx.${name} is ${NOT_BUILT}`))
  }
}

const absent = window.__apiNames.filter((name) => !(name in built))
const functions = { ...Object.fromEntries(absent.map((name) => [name, missing(name)])), ...built }

/** The `wx` that app code sees. */
export const wx = new Proxy(functions as WxFunctions, {
  get(target, name) {
    const isProbe = typeof name !== 'string' || name === 'then' || name === 'webpackJsonp' || /^_/.test(name)
    if (!isProbe && !(name in target)) report('unknown', name)
    return Reflect.get(target, name)
  },
})

/** Calls a function of `wx` for the harness itself. */
export function callWx(name: string, options: object) {
  const call = functions[name as keyof typeof functions] as ((options: object) => unknown) | undefined
  call?.(options)
}
