import fs from 'node:fs'
import path from 'node:path'

/** Whom Postgres runs as when root starts it: it refuses to run as root itself. */
export interface Account {
  name: string
  uid: number
  gid: number
}

export function isRoot(): boolean {
  return process.platform !== 'win32' && process.getuid?.() === 0
}

/** Undefined: the one who starts is an ordinary user already. */
export function findServerAccount(): Account | undefined {
  if (!isRoot()) return undefined
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return { name: 'nobody', uid: 65534, gid: 65534 }
}

/** Whether the account may go through every folder down to this one; what does not exist yet is ours to open. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  if (!account) return true
  let real = path.resolve(folder)
  while (!fs.existsSync(real)) real = path.dirname(real)
  real = fs.realpathSync(real)
  for (;;) {
    const { mode, uid, gid } = fs.statSync(real)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    if (!((mode >> shift) & 1)) return false
    const above = path.dirname(real)
    if (above === real) return true
    real = above
  }
}

/** Makes a folder that the account can enter but not list: what lies in it keeps its own permissions. */
export function makeEnterable(folder: string, account: Account | undefined): void {
  if (fs.existsSync(folder)) return
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  fs.mkdirSync(folder, { mode: 0o700 })
  if (account) fs.chmodSync(folder, 0o711)
}

/** Durable places outside a home folder, for binaries and data that the account could not reach otherwise. */
export function findSharedPlace(account: Account): string | undefined {
  for (const place of ['/var/lib/shaodao', '/opt/shaodao', '/srv/shaodao']) {
    try {
      fs.mkdirSync(place, { recursive: true, mode: 0o755 })
      fs.accessSync(place, fs.constants.W_OK)
      if (canEnter(place, account)) return place
    } catch {
      // read-only or forbidden here: the next one may do
    }
  }
  return undefined
}
