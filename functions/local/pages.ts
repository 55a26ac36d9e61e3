import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}
const compressible = /^text\/|json|svg|javascript|ttf/

const packers = { br: promisify(zlib.brotliCompress), gzip: promisify(zlib.gzip) }
type Packing = keyof typeof packers

interface Page {
  file: string
  type: string
  etag: string
  /** The name carries a hash of the content: such a file never changes. */
  immutable: boolean
  packed: Partial<Record<Packing, Promise<Buffer>>>
}

function listFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
}

function readPages(folder: string): Map<string, Page> {
  const pages = new Map<string, Page>()
  for (const file of listFiles(folder)) {
    const hash = createHash('sha256').update(fs.readFileSync(file)).digest('base64url').slice(0, 16)
    pages.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, {
      file,
      type: types[path.extname(file)] ?? 'application/octet-stream',
      etag: `"${hash}"`,
      immutable: /[.-][0-9a-f]{8,}\.\w+$/.test(file),
      packed: {},
    })
  }
  const index = pages.get('/index.html')
  if (index) pages.set('/', index)
  return pages
}

function choosePacking(req: IncomingMessage, page: Page): Packing | undefined {
  if (!compressible.test(page.type)) return undefined
  const accepted = String(req.headers['accept-encoding'] ?? '')
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

function pack(page: Page, packing: Packing): Promise<Buffer> {
  const options = packing === 'br' ? { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } } : {}
  page.packed[packing] ??= fs.promises.readFile(page.file).then((bytes) => packers[packing](bytes, options))
  return page.packed[packing]
}

/**
 * Serves a folder of built files. The files are listed once and addresses are looked up in that list, so that no
 * address reaches outside the folder.
 */
export function openPages(folder: string): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const pages = fs.existsSync(folder) ? readPages(folder) : new Map<string, Page>()
  return async (req, res) => {
    res.setHeader('x-content-type-options', 'nosniff')
    res.setHeader('x-frame-options', 'DENY')
    res.setHeader('referrer-policy', 'same-origin')
    const refuse = (status: number, says: string) =>
      void res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(says)
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(405, '只能读取\n')
    const page = pages.get((req.url ?? '/').split(/[?#]/, 1)[0] ?? '/')
    if (!page) return refuse(404, '没有这个页面\n')
    res.setHeader('content-type', page.type)
    res.setHeader('etag', page.etag)
    res.setHeader('vary', 'accept-encoding')
    res.setHeader('cache-control', page.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (req.headers['if-none-match'] === page.etag) return void res.writeHead(304).end()
    const packing = choosePacking(req, page)
    if (packing) res.setHeader('content-encoding', packing)
    const bytes = packing ? await pack(page, packing) : await fs.promises.readFile(page.file)
    res.setHeader('content-length', bytes.length)
    res.writeHead(200).end(req.method === 'HEAD' ? undefined : bytes)
  }
}
