import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { bundleRuntime, documentedApis, shellPage } from './bundle'
import { mimeOf, Network } from './network'
import type {
  BootOptions,
  Json,
  PackedApp,
  PhoneCalls,
  PickedFile,
  Place,
  ReportedError,
  RequestCall,
  RuntimeApi,
  UploadCall,
} from './protocol'

const ORIGIN = 'http://weapp.local'

export interface LogEntry {
  kind: string
  data: unknown
}

/** The phone as the mini-program meets it: answers what the runtime asks, and hears what it reports. */
export class Host implements PhoneCalls {
  readonly log: LogEntry[] = []
  readonly errors: ReportedError[] = []
  readonly network: Network
  readonly files: string[] = []
  readonly pickerAnswers: Json[] = []
  readonly scans: string[] = []
  place: Place | null = null
  wxLoginCode = 'weapp-login-code'
  wxPhoneCode: string | null = null
  subscribing: 'accept' | 'reject' = 'accept'

  readonly #tolerated: readonly RegExp[]
  #wakeOnError: (() => void)[] = []

  constructor(tolerated: readonly RegExp[], servers: Readonly<Record<string, string>>) {
    this.#tolerated = tolerated
    this.network = new Network(servers)
  }

  request(call: RequestCall) {
    return this.network.request(call)
  }

  upload(call: UploadCall) {
    return this.network.upload(call)
  }

  async pickFiles({ count }: { count: number }): Promise<PickedFile[]> {
    const picked = this.files.splice(0, count)
    return picked.map((file) => ({ name: path.basename(file), content: readFileSync(file, 'base64') }))
  }

  async answerPicker() {
    const value = this.pickerAnswers.shift()
    return value === undefined ? null : { value }
  }

  async scan() {
    return this.scans.shift() ?? null
  }

  async locate() {
    return this.place
  }

  async loginCode() {
    return this.wxLoginCode
  }

  async phoneCode() {
    return this.wxPhoneCode
  }

  async subscription() {
    return this.subscribing
  }

  hear(kind: string, data: unknown) {
    this.log.push({ kind, data })
    if (kind === 'error') this.addError(data as ReportedError)
    if (kind === 'missing') this.addError({ where: `wx.${data}`, message: 'not implemented in this harness' })
  }

  addError(error: ReportedError) {
    if (this.#tolerated.some((pattern) => pattern.test(error.message))) return
    this.errors.push(error)
    for (const wake of this.#wakeOnError.splice(0)) wake()
  }

  /** Settles with the work, or as soon as the mini-program reports an error. */
  async untilError<T>(work: Promise<T>): Promise<T> {
    if (this.errors.length) {
      work.catch(() => {})
      throw this.asError()
    }
    const failure = new Promise<never>((_resolve, reject) => {
      this.#wakeOnError.push(() => reject(this.asError()))
    })
    failure.catch(() => {})
    return Promise.race([work, failure])
  }

  asError(): Error {
    const told = this.errors.map(({ where, message, stack = '' }) => {
      const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
      return [`- ${where}: ${message}`, ...frames.slice(0, 4)].join('\n')
    })
    return new Error(`the mini-program reported errors:\n${told.join('\n')}`)
  }
}

/** Boots a packed mini-program in a fresh page of the browser. */
export async function bootPage(
  context: BrowserContext,
  host: Host,
  dist: string,
  packed: PackedApp,
  options: BootOptions,
): Promise<Page> {
  const page = await context.newPage()
  await page.exposeFunction('__ask', (name: keyof PhoneCalls, call: never) => host[name](call))
  await page.exposeFunction('__report', (kind: string, data: unknown) => host.hear(kind, data))
  page.on('console', (message) => {
    host.log.push({ kind: `console.${message.type()}`, data: message.text() })
    const isNetworkNoise = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isNetworkNoise) {
      host.addError({ where: 'console.error', message: message.text() })
    }
  })
  page.on('pageerror', ({ message, stack }) => host.addError({ where: 'page', message, stack }))
  await servePackage(page, dist, packed)
  await page.goto(`${ORIGIN}/`)
  await callRuntime(page, 'boot', options)
  return page
}

async function servePackage(page: Page, dist: string, packed: PackedApp) {
  const answers: Record<string, { contentType: string; body: string }> = {
    '/': { contentType: 'text/html', body: shellPage(['/packed.js', '/runtime.js']) },
    '/packed.js': { contentType: 'text/javascript', body: scriptOf(packed) },
    '/runtime.js': { contentType: 'text/javascript', body: await bundleRuntime() },
  }
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    const answer = answers[pathname]
    if (answer) return route.fulfill({ ...answer, headers: { 'cache-control': 'no-store' } })
    const file = path.join(dist, decodeURIComponent(pathname.replace(/^\/package\//, '/')))
    if (!existsSync(file)) return route.fulfill({ status: 404 })
    return route.fulfill({ path: file, contentType: mimeOf(file) })
  })
}

const packedScripts = new WeakMap<PackedApp, string>()

function scriptOf(packed: PackedApp): string {
  const known = packedScripts.get(packed)
  if (known) return known
  const script = `window.__packed=${JSON.stringify(packed)};window.__apiNames=${JSON.stringify(documentedApis())}`
  packedScripts.set(packed, script)
  return script
}

type Result<N extends keyof RuntimeApi> = Awaited<ReturnType<RuntimeApi[N]>>

/** Calls the runtime by a string, so that nothing a test tool adds to functions gets into the browser. */
export function callRuntime<N extends keyof RuntimeApi>(
  page: Page,
  name: N,
  ...args: Parameters<RuntimeApi[N]>
): Promise<Result<N>> {
  const given = args.map((value) => JSON.stringify(value)).join(', ')
  return page.evaluate(`window.__phone.${name}(${given})`) as Promise<Result<N>>
}
