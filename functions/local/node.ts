import path from 'node:path'
import { serve } from './serve'
import { startTicking } from './tickTimer'

/** A plain Node server for a container: the same doors, the scheduler's timer, and the pages if they were built. */
async function run(): Promise<void> {
  for (const name of ['DATABASE_URL', 'SECRET_KEY'])
    if (!process.env[name]) {
      console.error(`${name} is not set.`)
      process.exit(1)
    }
  const doors = {
    api: (await import('../doors/api')).default,
    tick: (await import('../doors/tick')).default,
    wechat: (await import('../doors/wechat')).default,
    storage: (await import('../doors/storage')).default,
  }
  const port = Number(process.env.PORT ?? 4680)
  const pages = path.resolve(process.env.PAGES ?? 'dist/h5')
  const serving = await serve({ doors, pages, port, host: process.env.HOST ?? '0.0.0.0' })
  const secret = process.env.TICK_SECRET
  const tickAddress = `http://127.0.0.1:${serving.port}/api/tick`
  const stopTicking = secret ? startTicking(tickAddress, secret, 30) : () => {}
  console.log(`listening on port ${serving.port}${secret ? '' : '; no TICK_SECRET, so nobody ticks'}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      stopTicking()
      await serving.stop()
      process.exit(0)
    })
}

run().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
