import type { Dict, HttpAnswer } from '../../protocol'
import { during } from '../activity'
import { addTemporary, extensionOf, fromBase64, readFile, toBase64, writeFile } from '../disk'
import { ask } from '../report'
import { asyncCall, type Options, refuse, succeed, WxFailure, type WxFunctions } from './call'
import { emit, listenable } from './listeners'

const TIMEOUT_MS = 60_000

let isOffline = false

export function setOffline(offline: boolean) {
  if (offline === isOffline) return
  isOffline = offline
  emit('NetworkStatusChange', { isConnected: !offline, networkType: networkType() })
}

export const startOffline = (offline: boolean) => {
  isOffline = offline
}

export const isConnected = () => !isOffline

const networkType = () => (isOffline ? 'none' : 'wifi')

interface RequestOptions extends Options {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, unknown>
  timeout?: number
  dataType?: string
  responseType?: string
}

interface TransferOptions extends Options {
  url: string
  header?: Record<string, unknown>
  timeout?: number
  filePath?: string
  name?: string
  formData?: Record<string, unknown>
}

const encodeText = (text: string) => toBase64(new TextEncoder().encode(text))
const decodeText = (content: string) => new TextDecoder().decode(fromBase64(content))

function headersOf(header: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

const toForm = (data: Dict) =>
  Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(formValue(value))}`)
    .join('&')

const formValue = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)

/** Puts the data where WeChat puts it: into the address of a GET, else into the body by content type. */
function placeData(url: string, method: string, contentType: string, data: unknown) {
  if (data === undefined || data === null) return { url }
  if (data instanceof ArrayBuffer) return { url, body: toBase64(new Uint8Array(data)) }
  if (typeof data === 'string') return { url, body: encodeText(data) }
  if (method === 'GET') {
    const search = toForm(data as Dict)
    return { url: search ? `${url}${url.includes('?') ? '&' : '?'}${search}` : url }
  }
  if (/x-www-form-urlencoded/.test(contentType)) return { url, body: encodeText(toForm(data as Dict)) }
  return { url, body: encodeText(JSON.stringify(data)) }
}

function readBody(answer: HttpAnswer, options: RequestOptions): unknown {
  if (options.responseType === 'arraybuffer') return fromBase64(answer.body).buffer
  const text = decodeText(answer.body)
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const noTask = () => {}

function request(options: RequestOptions) {
  const task = { isAborted: false }
  const handle = {
    abort: () => {
      task.isAborted = true
    },
    onHeadersReceived: noTask,
    offHeadersReceived: noTask,
    onChunkReceived: noTask,
    offChunkReceived: noTask,
  }
  if (!/^https?:\/\//.test(options.url ?? '')) {
    refuse('request', options, `invalid url "${options.url}"`, { errno: 600009 })
    return handle
  }
  const method = (options.method ?? 'GET').toUpperCase()
  const header = { 'content-type': 'application/json', ...headersOf(options.header) }
  const placed = placeData(options.url, method, header['content-type'], options.data)
  const body = method === 'GET' || method === 'HEAD' ? undefined : placed.body
  const call = { url: placed.url, method, header, body, timeout: options.timeout ?? TIMEOUT_MS }
  void during(ask('request', call)).then((answer) => {
    if (task.isAborted) refuse('request', options, 'abort')
    else if ('error' in answer) refuse('request', options, answer.error, { errno: 600001 })
    else {
      const { statusCode, header, cookies } = answer
      succeed('request', options, { data: readBody(answer, options), statusCode, header, cookies })
    }
  })
  return handle
}

type Tell = (percent: number, bytes: number) => void

async function upload(options: TransferOptions, tell: Tell) {
  const path = options.filePath ?? ''
  const file = readFile(path)
  if (!file) throw new WxFailure(`file not found: ${path}`)
  const { length } = file.bytes
  // the line takes a file in one piece; a phone tells of it in several
  tell(50, length)
  const formData = Object.entries(options.formData ?? {}).map(([name, value]) => [name, String(value)])
  const answer = await during(
    ask('upload', {
      url: options.url,
      header: headersOf(options.header),
      name: options.name ?? 'file',
      fileName: path.split('/').at(-1) ?? 'file',
      file: toBase64(file.bytes),
      formData: Object.fromEntries(formData),
      timeout: options.timeout ?? TIMEOUT_MS,
    }),
  )
  if ('error' in answer) throw new WxFailure(answer.error, { errno: 600001 })
  tell(100, length)
  return { data: decodeText(answer.body), statusCode: answer.statusCode, header: answer.header }
}

async function download(options: TransferOptions, tell: Tell) {
  const timeout = options.timeout ?? TIMEOUT_MS
  const call = { method: 'GET', url: options.url, header: headersOf(options.header), timeout }
  const answer = await during(ask('request', call))
  if ('error' in answer) throw new WxFailure(answer.error, { errno: 600001 })
  const { statusCode, header } = answer
  const bytes = fromBase64(answer.body)
  tell(100, bytes.length)
  if (!options.filePath) {
    const tempFilePath = addTemporary(bytes, extensionOf(options.url.split('?')[0] ?? ''))
    return { statusCode, header, tempFilePath }
  }
  writeFile(options.filePath, bytes)
  return { statusCode, header, filePath: options.filePath }
}

type Listener = (update: Dict) => void

const SIZES = {
  uploadFile: ['totalBytesSent', 'totalBytesExpectedToSend'],
  downloadFile: ['totalBytesWritten', 'totalBytesExpectedToWrite'],
} as const

// These return a task, so they never answer with a promise.
const transfer =
  (name: keyof typeof SIZES, work: (options: TransferOptions, tell: Tell) => Promise<Dict>) =>
  (options: TransferOptions) => {
    const listeners = new Set<Listener>()
    const tell: Tell = (progress, bytes) => {
      const [done, expected] = SIZES[name]
      const update = { progress, [done]: Math.round((bytes * progress) / 100), [expected]: bytes }
      for (const listener of listeners) listener(update)
    }
    let abort = noTask
    const aborted = new Promise<never>((_resolve, reject) => {
      abort = () => reject(new WxFailure('abort'))
    })
    aborted.catch(noTask)
    const start = asyncCall<TransferOptions>(name, (given) => Promise.race([work(given, tell), aborted]))
    void start({ complete: noTask, ...options })
    return {
      abort,
      onProgressUpdate: (listener: Listener) => void listeners.add(listener),
      offProgressUpdate: (listener?: Listener) =>
        listener ? void listeners.delete(listener) : listeners.clear(),
      onHeadersReceived: noTask,
      offHeadersReceived: noTask,
    }
  }

export const network: WxFunctions = {
  request,
  uploadFile: transfer('uploadFile', upload),
  downloadFile: transfer('downloadFile', download),
  getNetworkType: asyncCall('getNetworkType', () => ({
    networkType: networkType(),
    isConnected: !isOffline,
  })),
  ...listenable('NetworkStatusChange'),
  ...listenable('NetworkWeakChange'),
}
