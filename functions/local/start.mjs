// npm start: installs what is missing, bundles the local server, and hands over to it (main.ts).
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'
import { installMissing } from './install.mjs'
import { endWithNpm, spawnLeashed } from './leash.mjs'
import { explainTakenPort, readOptions } from './options.mjs'

const startedAt = Date.now()
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const host = process.env.HOST ?? '127.0.0.1'

function refuse(line) {
  console.error(line)
  process.exit(1)
}

async function buildPages() {
  const args = [path.join(root, 'miniprogram', 'build.mjs'), 'h5', '--if-stale']
  const onOutput = (text) => process.stdout.write(text)
  const code = await spawnLeashed(process.execPath, args, { cwd: root, onOutput }).done
  if (code !== 0) throw new Error('The browser version could not be built: see above.')
}

const options = readOptions(process.argv.slice(2), root)
if (options.wrong) refuse(options.wrong)
const taken = await explainTakenPort(options.port, host)
if (taken) refuse(taken)

endWithNpm()
try {
  await installMissing(root)
  await bundle(root, 'dist/local', { main: 'functions/local/main.ts' })
} catch (fault) {
  refuse(fault.message)
}
process.setSourceMapsEnabled(true)
const { start } = createRequire(import.meta.url)(path.join(root, 'dist', 'local', 'main.cjs'))
await start({ ...options, root, host, startedAt, buildPages })
