import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { openPages } from './pages'

export type Door = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export interface Doors {
  api: Door
  tick: Door
  wechat: Door
  storage: Door
}

export interface ServeOptions {
  doors: Doors
  /** The built browser version; without it only the doors answer. */
  pages: string
  port: number
  host: string
}

export interface Serving {
  port: number
  /** Lets running requests end, then closes. */
  stop(): Promise<void>
}

/** The doors as the platform would route them, and the browser version, at one address. */
export async function serve({ doors, pages, port, host }: ServeOptions): Promise<Serving> {
  const showPage = openPages(pages)
  const route = (path: string): Door => {
    if (path === '/api/tick') return doors.tick
    if (path === '/api/wechat') return doors.wechat
    if (path === '/api/storage' || path.startsWith('/api/storage/')) return doors.storage
    if (path === '/api' || path.startsWith('/api/')) return doors.api
    if (path.startsWith('/q/')) return openScan
    return showPage
  }
  const server = createServer((req, res) => {
    const path = (req.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
    answer(route(path), req, res)
  })
  await listen(server, port, host)
  const address = server.address()
  return {
    port: address && typeof address === 'object' ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 5_000).unref()
      }),
  }
}

/** A code on a wall is an ordinary link: WeChat opens it in the mini-program, a browser lands on the same page. */
async function openScan(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const code = (req.url ?? '').slice('/q/'.length).split(/[?#]/, 1)[0] ?? ''
  res.writeHead(302, { location: `/#/dwelling/scan?code=${code}`, 'cache-control': 'no-store' }).end()
}

function answer(door: Door, req: IncomingMessage, res: ServerResponse): void {
  new Promise<void>((resolve) => resolve(door(req, res))).catch((fault: unknown) => {
    console.error(fault) // a door answers for its own faults: this one was before or beyond it
    if (res.headersSent) res.destroy()
    else
      res
        .writeHead(500, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify({ code: 'fault', message: '出了点问题，请稍后再试', requestId: '' }))
  })
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
