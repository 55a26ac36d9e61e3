import type { HttpAnswer, RequestCall, UploadCall } from './protocol'

export interface RequestRecord {
  method: string
  url: string
  header: Record<string, string>
  body: Buffer
  /** Absent while under way, and when nothing came back. */
  status?: number
}

const REFERER = 'https://servicewechat.com/touristappid/devtools/page-frame.html'
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The phone's line to the world: real HTTP, to this machine only. */
export class Network {
  readonly requests: RequestRecord[] = []
  readonly #servers: Readonly<Record<string, string>>
  #isOffline = false
  #underWay = new AbortController()

  /** `servers` says which origin stands in for one that the build names. */
  constructor(servers: Readonly<Record<string, string>>) {
    this.#servers = servers
  }

  get isOffline() {
    return this.#isOffline
  }

  setOffline(offline: boolean) {
    this.#isOffline = offline
    if (offline) this.cutAll()
  }

  /** Ends whatever is under way, as the loss of signal or the end of the app does. */
  cutAll() {
    this.#underWay.abort()
    this.#underWay = new AbortController()
  }

  request({ method, url, header, body, timeout }: RequestCall): Promise<HttpAnswer | { error: string }> {
    return this.#send(url, method, header, body ? Buffer.from(body, 'base64') : undefined, timeout)
  }

  async upload(call: UploadCall): Promise<HttpAnswer | { error: string }> {
    const form = new FormData()
    for (const [name, value] of Object.entries(call.formData)) form.append(name, value)
    const file = new Blob([Buffer.from(call.file, 'base64')], { type: mimeOf(call.fileName) })
    form.append(call.name, file, call.fileName)
    // The encoded form brings its own content type, with the boundary.
    const encoded = new Response(form)
    const { 'content-type': _replaced, ...header } = call.header
    const withType = { ...header, 'content-type': encoded.headers.get('content-type') ?? '' }
    return this.#send(call.url, 'POST', withType, Buffer.from(await encoded.arrayBuffer()), call.timeout)
  }

  async #send(
    url: string,
    method: string,
    header: Record<string, string>,
    body: Buffer | undefined,
    timeout: number,
  ): Promise<HttpAnswer | { error: string }> {
    const record: RequestRecord = { method, url, header, body: body ?? Buffer.alloc(0) }
    this.requests.push(record)
    const { origin } = new URL(url)
    const address = url.replace(origin, this.#servers[origin] ?? origin)
    if (!LOOPBACK.has(new URL(address).hostname)) return { error: 'url not in domain list' }
    if (this.#isOffline) return { error: 'net::ERR_INTERNET_DISCONNECTED' }
    const late = AbortSignal.timeout(timeout)
    try {
      const signal = AbortSignal.any([late, this.#underWay.signal])
      const response = await fetch(address, {
        method,
        headers: { ...header, referer: REFERER },
        body: body && new Uint8Array(body),
        signal,
      })
      const content = Buffer.from(await response.arrayBuffer())
      record.status = response.status
      return {
        statusCode: response.status,
        header: Object.fromEntries(response.headers),
        cookies: response.headers.getSetCookie(),
        body: content.toString('base64'),
      }
    } catch (error) {
      return { error: late.aborted ? 'timeout' : reasonOf(error) }
    }
  }
}

// The error comes from Node's own realm, where jest's `Error` is another one.
function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string } }
  return cause?.code ? `net::${cause.code}` : (message ?? String(error))
}

const MIME: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

export const mimeOf = (file: string) =>
  MIME[file.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
