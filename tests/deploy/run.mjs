// npm run test:deploy: builds the project with the platform's own tool, without network or login, and lets what it
// built answer from a folder that holds nothing else, on a throwaway Postgres.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../functions/local/bundle.mjs'
import { installMissing } from '../../functions/local/install.mjs'
import { endWithNpm, spawnLeashed } from '../../functions/local/leash.mjs'
import { exportTree } from './exportTree.mjs'
import { proofs } from './proofs.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '..', '..')
const startedAt = Date.now()
const say = (line) => console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${line}`)

/** What has to be stopped or removed, the newest first. */
const undo = []
async function clear() {
  for (const step of undo.splice(0).reverse()) await step()
}

async function run(args, { cwd, env }) {
  let said = ''
  const leashed = spawnLeashed(process.execPath, args, {
    cwd,
    env,
    onOutput: (text) => {
      said += text
    },
  })
  undo.push(async () => {
    leashed.end()
    await leashed.done
  })
  if ((await leashed.done) !== 0) throw new Error(said.trim())
}

/** Little of the surroundings goes along: no login, no token, no way to a module of ours. */
const surroundings = ({ PATH, SystemRoot, TEMP }) => ({ PATH, SystemRoot, TEMP })

async function buildOutput(folder) {
  await run([path.join(root, 'miniprogram', 'build.mjs'), 'h5', '--if-stale'], {
    cwd: root,
    env: process.env,
  })
  const tree = path.join(folder, 'tree')
  say(`copied the project with ${await exportTree(root, tree)} packages`)
  fs.mkdirSync(path.join(tree, '.vercel'))
  const settings = { framework: null, installCommand: '', nodeVersion: '24.x' }
  const project = { projectId: 'prj_proof', orgId: 'team_proof', settings }
  fs.writeFileSync(path.join(tree, '.vercel', 'project.json'), JSON.stringify(project))
  const vercel = path.join(here, 'node_modules', 'vercel', 'dist', 'vc.js')
  await run([vercel, 'build', '--yes', '--non-interactive'], {
    cwd: tree,
    env: {
      ...surroundings(process.env),
      HOME: path.join(folder, 'home'),
      NODE_OPTIONS: `--require ${path.join(here, 'offline.cjs')}`,
      NO_UPDATE_NOTIFIER: '1',
      VERCEL_CLI_USE_NATIVE_BINARY: '0', // it would not hear of NODE_OPTIONS
      VERCEL_INSTALL_COMPLETED: '1', // the packages are there
      VERCEL_TELEMETRY_DISABLED: '1',
    },
  })
  fs.renameSync(path.join(tree, '.vercel', 'output'), path.join(folder, 'output'))
  fs.rmSync(tree, { recursive: true }) // what was built has to do without
  say('vercel build: done, with every connection refused')
  return path.join(folder, 'output')
}

async function openDatabase(folder) {
  await bundle(root, 'dist/tests', { demoDatabase: 'tests/deploy/demoDatabase.ts' })
  const { openDemoDatabase } = createRequire(import.meta.url)(path.join(root, 'dist/tests/demoDatabase.cjs'))
  const database = await openDemoDatabase(root, path.join(folder, 'data'))
  undo.push(database.stop)
  say('a throwaway Postgres holds the demo community')
  return database
}

async function serveOutput(folder, output, env) {
  const server = path.join(folder, 'serveOutput.mjs')
  fs.copyFileSync(path.join(here, 'serveOutput.mjs'), server)
  let said = ''
  let tellPort
  const port = new Promise((resolve) => {
    tellPort = resolve
  })
  const serving = spawnLeashed(process.execPath, [server, output], {
    cwd: folder,
    env: { ...surroundings(process.env), ...env },
    onOutput: (text) => {
      said += text
      if (/^\d+\n/.test(said)) tellPort(Number.parseInt(said, 10))
    },
  })
  undo.push(async () => {
    serving.end()
    await serving.done
  })
  const failed = serving.done.then(() => {
    throw new Error(`what was built does not start:\n${said}`)
  })
  return { address: `http://127.0.0.1:${await Promise.race([port, failed])}`, said: () => said }
}

/** Waits for both, so that whatever either has started can be stopped. */
async function both(...works) {
  const ends = await Promise.allSettled(works)
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

async function prove() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'shaodao-deploy-')))
  fs.chmodSync(folder, 0o711) // the database's user has to pass through
  undo.push(() => fs.rmSync(folder, { recursive: true, force: true }))
  await installMissing(root, say)
  await installMissing(here, say)
  const word = () => randomBytes(32).toString('base64url')
  const env = {
    NODE_ENV: 'production',
    DEMO: 'on',
    SECRET_KEY: word(),
    CRON_SECRET: word(),
    WECHAT_CALLBACK_TOKEN: word(),
    STORAGE_DIR: path.join(folder, 'files'),
    PUBLIC_HOST: 'https://shaodao.example',
  }
  Object.assign(process.env, env) // the demo's phones are sealed with the key that the doors will open them with
  const [output, database] = await both(buildOutput(folder), openDatabase(folder))
  const { address, said } = await serveOutput(folder, output, { ...env, ...database.env })
  const counts = { passed: 0, failed: 0 }
  for (const [title, proof] of proofs({ address, output, env, migration: database.migration }))
    try {
      await proof()
      counts.passed++
      say(`  ok  ${title}`)
    } catch (fault) {
      counts.failed++
      say(`FAILED  ${title}\n${fault.stack}`)
    }
  if (counts.failed) console.log(said().replace(/^\d+\n/, ''))
  return counts
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => void clear().finally(() => process.exit(130)))
endWithNpm()

const counts = await prove().catch((fault) => {
  console.error(fault)
  return { passed: 0, failed: 1 }
})
await clear()
say('everything is stopped and removed')
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed ? 1 : 0)
