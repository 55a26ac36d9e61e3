// Starts an embedded Postgres on a data folder, says where it answers, and stays: made to be killed.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../functions/local/bundle.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const [dataDir, kind] = process.argv.slice(2)
await bundle(root, 'dist/tests', { embedded: 'db/embedded/index.ts' })
const { startEmbedded } = createRequire(import.meta.url)(path.join(root, 'dist', 'tests', 'embedded.cjs'))
try {
  const { urls, port } = await startEmbedded({ root, dataDir, throwaway: kind === 'throwaway' })
  console.log(JSON.stringify({ url: urls.owner(), port }))
  setInterval(() => {}, 60_000)
} catch (fault) {
  console.log(JSON.stringify({ refused: fault.message }))
  process.exit(1)
}
