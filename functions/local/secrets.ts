import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface Secrets {
  /** All keys for phones, links and sessions are derived from this one: lose it and the phones stay unreadable. */
  secretKey: string
  tickSecret: string
  wechatSecret: string
}

/** Made once for a data folder, then the same at every start. */
export function keepSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Secrets
  const word = () => randomBytes(32).toString('base64url')
  const secrets: Secrets = { secretKey: word(), tickSecret: word(), wechatSecret: word() }
  fs.writeFileSync(`${file}.draft`, JSON.stringify(secrets), { mode: 0o600 })
  fs.renameSync(`${file}.draft`, file)
  return secrets
}
