import { connect, type Socket } from 'node:net'

export interface Request {
  method: 'GET' | 'POST'
  path: string
  token?: string
  body?: Record<string, unknown>
}

export interface Answer {
  status: number
  text: string
  /** From the first byte sent to the last received. */
  microseconds: number
}

/** One kept connection that speaks just enough HTTP to weigh little beside what it measures. */
export class Wire {
  private fail = () => {}

  private constructor(private readonly socket: Socket) {
    socket.on('close', () => this.fail())
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Wire(socket.setNoDelay())))
      socket.once('error', reject)
    })
  }

  ask({ method, path, token, body }: Request): Promise<Answer> {
    const content = body ? JSON.stringify(body) : ''
    const head = [
      `${method} ${path} HTTP/1.1`,
      'host: bench',
      ...(token ? [`authorization: Bearer ${token}`] : []),
      ...(body ? ['content-type: application/json', `content-length: ${Buffer.byteLength(content)}`] : []),
    ]
    const from = process.hrtime.bigint()
    return new Promise((resolve, reject) => {
      let got: Buffer = Buffer.alloc(0)
      const onData = (chunk: Buffer) => {
        got = got.length ? Buffer.concat([got, chunk]) : chunk
        const end = got.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = /content-length: (\d+)/i.exec(got.toString('latin1', 0, end))?.[1]
        if (length === undefined) return reject(new Error(`no length: ${got.toString('latin1', 0, end)}`))
        if (got.length < end + 4 + Number(length)) return
        const microseconds = Number(process.hrtime.bigint() - from) / 1000
        this.socket.off('data', onData)
        resolve({
          status: Number(got.toString('latin1', 9, 12)),
          text: got.toString('utf8', end + 4),
          microseconds,
        })
      }
      this.fail = () => reject(new Error(`${method} ${path}: no answer`))
      this.socket.on('data', onData)
      this.socket.write(`${head.join('\r\n')}\r\n\r\n${content}`)
    })
  }

  close(): void {
    this.socket.destroy()
  }
}
