import path from 'node:path'
import { serve } from '../../functions/local/serve'
import { startWechatStandIn } from '../../functions/local/wechatStandIn'
import { freshDatabase, type TestDatabase } from './database'

export interface TestApp {
  /** Where doors and pages answer. */
  url: string
  database: TestDatabase
  stop(): Promise<void>
}

/** The real server on a database of its own. To be called before anything of `functions/` is imported. */
export async function startApp({ demo = false, now = () => new Date() } = {}): Promise<TestApp> {
  const database = await freshDatabase({ demo })
  const wechat = await startWechatStandIn({
    appId: process.env.WECHAT_APPID ?? '',
    secret: process.env.WECHAT_SECRET ?? '',
    now,
  })
  Object.assign(process.env, {
    DATABASE_URL: database.urls.app,
    DATABASE_TICK_URL: database.urls.tick,
    WECHAT_API: wechat.url,
  })
  const api = await import('../../functions/doors/api')
  const doors = {
    api: api.default,
    tick: (await import('../../functions/doors/tick')).default,
    wechat: (await import('../../functions/doors/wechat')).default,
    storage: (await import('../../functions/doors/storage')).default,
  }
  const pages = path.resolve(__dirname, '..', '..', 'dist', 'h5')
  const serving = await serve({ doors, pages, port: 0, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${serving.port}`,
    database,
    stop: async () => {
      await serving.stop()
      await api.closeApi()
      await wechat.stop()
      await database.drop()
    },
  }
}
