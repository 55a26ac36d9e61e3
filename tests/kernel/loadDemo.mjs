// Loads the demo community into the database that the environment names.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../functions/local/bundle.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
await bundle(root, 'dist/tests', { demo: 'functions/demo/index.ts' })
const { loadDemo } = createRequire(import.meta.url)(path.join(root, 'dist', 'tests', 'demo.cjs'))
const { DATABASE_URL: appUrl, DATABASE_TICK_URL: tickUrl, DATABASE_OWNER_URL: ownerUrl } = process.env
await loadDemo({ appUrl, tickUrl, ownerUrl })
process.exit(0)
