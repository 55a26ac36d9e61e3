import type { ComponentEnv } from 'glass-easel-miniprogram-adapter'
import type { Dict } from '../protocol'
import { cancel, later, repeat } from './activity'
import { registerApp, theApp } from './app'
import { withWxEvents } from './events'
import { codeSpace } from './framework'

const { scripts, components, config, templates } = window.__packed

// What a mini-program's logic thread has. `Intl`, `WeakRef` and the like are missing on some phones, so here too.
const LANGUAGE = (
  'Object Array Number parseFloat parseInt Boolean String Symbol Date Promise RegExp Error AggregateError ' +
  'EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math ArrayBuffer Uint8Array ' +
  'Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray ' +
  'DataView Map BigInt Set WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent encodeURI ' +
  'encodeURIComponent escape unescape isFinite isNaN console'
).split(' ')
const CONSTANTS = ['NaN', 'Infinity', 'undefined']

const appGlobal: Dict = Object.fromEntries(LANGUAGE.map((name) => [name, (window as unknown as Dict)[name]]))

// Strings are not code in WeChat; only the old way to reach the global object is let through.
const compileString = (parts: unknown[]) => {
  if (parts.at(-1) === 'return this') return () => appGlobal
  throw new EvalError('a mini-program cannot compile strings')
}
Object.assign(appGlobal, {
  Function: new Proxy(Function, {
    apply: (_target, _self, parts) => compileString(parts),
    construct: (_target, parts) => compileString(parts),
  }),
  setTimeout: later,
  setInterval: repeat,
  clearTimeout: cancel,
  clearInterval: cancel,
})

interface Registration {
  path: string
  env: ComponentEnv
  isDone: boolean
}

// `Page` and `Component` are global in WeChat: they belong to the file that is being loaded.
let current: Registration | null = null

function registrarOf(kind: 'Page' | 'Component') {
  return (definition?: Dict) => {
    if (!current) throw new Error(`${kind}() called outside of a page or component file`)
    current.isDone = true
    const register = current.env[kind] as (definition?: Dict) => unknown
    return register(definition && withWxEvents(definition))
  }
}

const appScope: Dict = {
  ...appGlobal,
  App: registerApp,
  Page: registrarOf('Page'),
  Component: registrarOf('Component'),
  Behavior: (definition: Dict) => {
    if (!current) throw new Error('Behavior() called outside of a page or component file')
    return (current.env.Behavior as (definition: Dict) => unknown)(definition)
  },
  getApp: theApp,
  globalThis: appGlobal,
  global: appGlobal,
  eval: undefined,
}

/** Adds what only exists once the rest of the runtime does: `wx` and `getCurrentPages`. */
export function addToScope(globals: Dict) {
  Object.assign(appScope, globals)
}

function hiddenNames(): string[] {
  const isIdentifier = (name: string) => /^[A-Za-z_$][\w$]*$/.test(name)
  const inherited = ['addEventListener', 'removeEventListener', 'dispatchEvent']
  const names = [...Object.getOwnPropertyNames(window), ...inherited]
  return names.filter((name) => isIdentifier(name) && !(name in appScope) && !CONSTANTS.includes(name))
}

const loaded: Record<string, { exports: unknown }> = {}

/** Runs a script of the package once, with every global of the browser shadowed. */
export function load(id: string, from: string): unknown {
  const path = resolveScript(id, from)
  if (loaded[path]) return loaded[path].exports
  const module = { exports: {} as unknown }
  loaded[path] = module
  const names = [...Object.keys(appScope), ...hiddenNames()]
  const source = `return function (require, module, exports) {${scripts[path]}\n}\n//# sourceURL=weapp:///${path}`
  const scoped = new Function(...names, source)(...Object.values(appScope))
  scoped.call(undefined, (wanted: string) => load(wanted, path), module, module.exports)
  return module.exports
}

function resolveScript(id: string, from: string): string {
  const path = resolvePath(id, from)
  for (const candidate of [path, `${path}.js`, `${path}/index.js`]) if (candidate in scripts) return candidate
  throw new Error(`module '${id}' is not defined, require args is '${id}' (from ${from})`)
}

/** A path of the package, seen from one of its files. */
export function resolvePath(path: string, from: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

type Templates = Record<string, (name: string) => unknown>
// The compiled templates are one expression, made by the template compiler on the Node side.
const compiledTemplates = new Function(`return (${templates})`)() as Templates

const registered = new Set<string>()

/** Makes a page or component known to the framework, with all that it uses. */
export function register(path: string) {
  if (registered.has(path)) return
  registered.add(path)
  const usingComponents = { ...config.usingComponents, ...components[path]?.usingComponents }
  for (const used of Object.values(usingComponents)) register(resolvePath(used, path))
  const template = compiledTemplates[path]
  if (!template) throw new Error(`no template for ${path}`)
  codeSpace.addComponentStaticConfig(path, { ...components[path], usingComponents })
  const compiled = { groupList: compiledTemplates, content: template }
  codeSpace.addCompiledTemplate(path, compiled as Parameters<typeof codeSpace.addCompiledTemplate>[1])
  codeSpace.componentEnv(path, (env) => {
    const previous = current
    const registration: Registration = { path, env, isDone: false }
    current = registration
    try {
      load(`/${path}.js`, '')
      if (!registration.isDone) throw new Error(`${path}.js did not call Page() or Component()`)
    } finally {
      current = previous
    }
  })
}
