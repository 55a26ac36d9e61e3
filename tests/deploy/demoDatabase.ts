import fs from 'node:fs'
import path from 'node:path'
import { startEmbedded } from '../../db/embedded'
import { migrate } from '../../db/migrate'
import { loadDemo } from '../../functions/demo'

/** A throwaway Postgres with the demo community, and the names under which the doors look for it. */
export async function openDemoDatabase(root: string, dataDir: string) {
  fs.mkdirSync(dataDir, { mode: 0o711 })
  const postgres = await startEmbedded({ root, dataDir, throwaway: true })
  try {
    const { app, tick } = postgres.passwords
    const ownerUrl = postgres.urls.owner()
    const migrations = path.join(root, 'db', 'migrations')
    const { at } = await migrate({ migrations, ownerUrl, appPassword: app, tickPassword: tick })
    await loadDemo({ appUrl: postgres.urls.app(), tickUrl: postgres.urls.tick(), ownerUrl })
    return {
      migration: at,
      env: { DATABASE_URL: postgres.urls.app(), DATABASE_TICK_URL: postgres.urls.tick() },
      stop: postgres.stop,
    }
  } catch (fault) {
    await postgres.stop()
    throw fault
  }
}
