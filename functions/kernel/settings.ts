import type { Bucket } from './storage/s3'

/** What the surroundings tell. Read when first needed, so that a launcher may set it before. */
export interface Settings {
  readonly databaseUrl: string
  tickDatabaseUrl: string
  /** All keys are derived from this one. */
  secretKey: Buffer
  tickSecret: string
  demo: boolean
  storageDir: string
  /** Undefined: files are on the disk. */
  bucket: Bucket | undefined
  publicHost: string
  /** A proxy of ours stands before the doors and tells who really asks. */
  proxied: boolean
  namesPrepared: boolean
  wechat: { api: string; appId: string; secret: string; callbackToken: string }
}

const needed = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

/** Demo persons are never offered in production unless asked for by name. */
const demoIsOn = () =>
  process.env.DEMO === 'on' || (process.env.DEMO === undefined && process.env.NODE_ENV === 'test')

const readBucket = (): Bucket | undefined =>
  process.env.STORAGE_S3_BUCKET
    ? {
        name: process.env.STORAGE_S3_BUCKET,
        endpoint: process.env.STORAGE_S3_ENDPOINT || undefined,
        region: process.env.STORAGE_S3_REGION || 'us-east-1',
        key: needed('STORAGE_S3_KEY'),
        secret: needed('STORAGE_S3_SECRET'),
        inPath: process.env.STORAGE_S3_PATH === 'on',
      }
    : undefined

let read: Settings | undefined

export function settings(): Settings {
  read ??= {
    get databaseUrl() {
      return needed('DATABASE_URL')
    },
    tickDatabaseUrl: process.env.DATABASE_TICK_URL ?? '',
    secretKey: Buffer.from(needed('SECRET_KEY'), 'base64url'),
    tickSecret: process.env.TICK_SECRET ?? process.env.CRON_SECRET ?? '',
    demo: demoIsOn(),
    storageDir: process.env.STORAGE_DIR ?? '.data/files',
    bucket: readBucket(),
    proxied: process.env.VERCEL === '1' || process.env.TRUST_PROXY === 'on',
    // older poolers in transaction mode lose named statements; the words are the same without a name
    namesPrepared: process.env.DATABASE_UNNAMED !== 'on',
    publicHost: process.env.PUBLIC_HOST ?? 'http://127.0.0.1:4680',
    wechat: {
      api: process.env.WECHAT_API ?? 'https://api.weixin.qq.com',
      appId: process.env.WECHAT_APPID ?? '',
      secret: process.env.WECHAT_SECRET ?? '',
      callbackToken: process.env.WECHAT_CALLBACK_TOKEN ?? '',
    },
  }
  if (read.secretKey.length < 32) throw new Error('SECRET_KEY must be 32 bytes as base64url')
  return read
}
