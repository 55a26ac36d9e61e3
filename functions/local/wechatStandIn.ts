import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface WechatStandInOptions {
  appId: string
  secret: string
  now: () => Date
}

export interface WechatStandIn {
  /** What WECHAT_API is set to. */
  url: string
  stop(): Promise<void>
}

const codeLives = 5 * 60_000
const tokenLives = 2 * 60 * 60_000

type Answer = Record<string, unknown>
const refused = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

/**
 * Speaks the three calls of WeChat's server that we make. A code is `login-<openid>` or `phone-<number>`, with the
 * milliseconds of its issue after a dot if its age matters; each is good once.
 */
export async function startWechatStandIn(options: WechatStandInOptions): Promise<WechatStandIn> {
  const spent = new Set<string>()
  const tokens = new Map<string, number>()

  const redeem = (kind: 'login' | 'phone', code: unknown): string | Answer => {
    const [, subject, issuedAt] = new RegExp(`^${kind}-([\\w+-]+)(?:\\.(\\d+))?$`).exec(String(code)) ?? []
    if (!subject) return refused(40029, 'invalid code')
    if (issuedAt && options.now().getTime() - Number(issuedAt) > codeLives)
      return refused(40029, 'invalid code')
    if (spent.has(String(code))) return refused(40163, 'code been used')
    spent.add(String(code))
    return subject
  }
  const checkApp = (appId: unknown, secret: unknown): Answer | undefined => {
    if (appId !== options.appId) return refused(40013, 'invalid appid')
    return secret === options.secret ? undefined : refused(40125, 'invalid appsecret')
  }

  const calls: Record<string, (query: URLSearchParams, body: Answer) => Answer> = {
    'GET /sns/jscode2session': (query) => {
      const wrong = checkApp(query.get('appid'), query.get('secret'))
      if (wrong) return wrong
      const openid = redeem('login', query.get('js_code'))
      if (typeof openid !== 'string') return openid
      const session_key = createHash('sha256').update(openid).digest('base64').slice(0, 24)
      return { openid, session_key, unionid: `union-${openid}` }
    },
    'POST /cgi-bin/stable_token': (_query, body) => {
      const wrong = checkApp(body.appid, body.secret)
      if (wrong) return wrong
      if (body.grant_type !== 'client_credential') return refused(40002, 'invalid grant_type')
      const access_token = randomBytes(24).toString('base64url')
      tokens.set(access_token, options.now().getTime() + tokenLives)
      return { access_token, expires_in: tokenLives / 1000 }
    },
    'POST /wxa/business/getuserphonenumber': (query, body) => {
      const expiresAt = tokens.get(query.get('access_token') ?? '')
      if (expiresAt === undefined) return refused(40001, 'invalid credential')
      if (expiresAt <= options.now().getTime()) return refused(42001, 'access_token expired')
      const phone = redeem('phone', body.code)
      if (typeof phone !== 'string') return phone
      const timestamp = Math.floor(options.now().getTime() / 1000)
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: phone,
          purePhoneNumber: phone.replace(/^\+86/, ''),
          countryCode: '86',
          watermark: { timestamp, appid: options.appId },
        },
      }
    },
  }

  const server = createServer((req, res) => void answer(req, res))
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const url = new URL(req.url ?? '/', 'http://localhost')
    const call = calls[`${req.method} ${url.pathname}`]
    const body = await readJson(req)
    const said = !call
      ? refused(-1, 'no such call')
      : body
        ? call(url.searchParams, body)
        : refused(47001, 'data format error')
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve()),
  )
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the stand-in has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readJson(req: IncomingMessage): Promise<Answer | undefined> {
  let text = ''
  for await (const chunk of req.setEncoding('utf8')) text += chunk
  if (!text) return {}
  try {
    return JSON.parse(text) as Answer
  } catch {
    return undefined
  }
}
