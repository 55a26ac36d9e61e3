// npm test: everything, arranged for two cores, with one summary at the end.
// npm test -- rooms types        only these parts;  npm test -- tests/place -t 'joins'   goes to jest.
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from '../functions/local/install.mjs'
import { endWithNpm, spawnLeashed } from '../functions/local/leash.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const inModules = (...names) => path.join(root, 'node_modules', ...names)
const build = (type) => [path.join(root, 'miniprogram', 'build.mjs'), type, '--if-stale']

const checks = {
  lint: [inModules('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'],
  types: [inModules('typescript', 'bin', 'tsc'), '--noEmit'],
  'build:h5': build('h5'),
  'build:weapp': build('weapp'),
}
const quickProjects = ['house', 'rooms', 'screens']
const builtProjects = ['browser', 'weapp'] // need what the builds make
const partNames = [...Object.keys(checks), ...quickProjects, ...builtProjects]

const startedAt = Date.now()
const since = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`
const say = (line) => console.log(`[${since(startedAt).padStart(7)}] ${line}`)

/** What came out of each part, in the order in which they ended. */
const results = []
const failures = []
const running = new Set()
let interrupted = false

async function run(args, env, onOutput) {
  const leashed = spawnLeashed(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    onOutput,
  })
  running.add(leashed)
  const code = await leashed.done
  running.delete(leashed)
  return code
}

async function runCheck(name) {
  if (interrupted) return false
  const from = Date.now()
  let said = ''
  say(`${name} …`)
  const code = await run(checks[name], {}, (text) => {
    said += text
  })
  if (code !== 0 && !interrupted) console.log(`${said.trim()}\n`)
  say(`${name} ${code === 0 ? 'ok' : 'FAILED'} after ${since(from)}`)
  results.push({ name, passed: 0, failed: code === 0 ? 0 : 1, seconds: since(from), check: true })
  return code === 0
}

async function runJest(projects, args, env) {
  if (interrupted || !projects.length) return
  const from = Date.now()
  const report = path.join(root, 'dist', `report-${process.pid}.json`)
  fs.mkdirSync(path.dirname(report), { recursive: true })
  const label = args.length ? args.join(' ') : projects.join(', ')
  say(`${label} …`)
  const jest = [inModules('jest', 'bin', 'jest.js'), ...args]
  if (!args.length) jest.push('--passWithNoTests')
  // these take lists, so that nothing else may follow them
  jest.push('--maxWorkers=2', '--reporters=<rootDir>/tests/kernel/reporter.cjs')
  jest.push('--selectProjects', ...projects)
  const surroundings = {
    NODE_ENV: 'test',
    TEST_REPORT: report,
    FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  }
  const code = await run(jest, { ...surroundings, ...env }, (text) => process.stdout.write(text))
  const { counts = {}, failures: failed = [] } = fs.existsSync(report)
    ? JSON.parse(fs.readFileSync(report, 'utf8'))
    : {}
  fs.rmSync(report, { force: true })
  failures.push(...failed)
  for (const [name, count] of Object.entries(counts))
    results.push({ ...count, name, seconds: `${count.seconds.toFixed(1)} s` })
  if (code !== 0 && !Object.values(counts).some((count) => count.failed))
    results.push({ name: label, passed: 0, failed: 1, seconds: since(from), check: true })
  say(`${label} ended after ${since(from)}`)
}

async function runBuilds(names) {
  let built = true
  for (const name of names) built = (await runCheck(name)) && built
  return built
}

/** An address that answers once the builds have ended: 200 if there is something to walk on. */
async function tellWhenBuilt(builds) {
  const server = http.createServer(async (_, res) => res.writeHead((await builds) ? 200 : 500).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${server.address().port}`, server }
}

/** The builds beside lint, types and the tests that need no build; then, in the same run, those that do. */
async function runParts(wanted, args) {
  const has = (name) => wanted.has(name)
  if (has('browser') || has('weapp')) wanted.add('build:h5') // both walk against the real server
  if (has('weapp')) wanted.add('build:weapp')
  const builds = runBuilds(['build:h5', 'build:weapp'].filter(has))
  for (const name of ['lint', 'types'].filter(has)) await runCheck(name)
  const { url, server } = await tellWhenBuilt(builds)
  await runJest([...quickProjects, ...builtProjects].filter(has), args, { BUILDS: url })
  await builds
  server.close()
}

function showSummary() {
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0)
  const width = Math.max(8, ...results.map(({ name }) => name.length))
  console.log(`\nAll of it took ${since(startedAt)}`)
  for (const { name, passed, failed, skipped, seconds, check } of results) {
    const counted = [`${passed} passed`, failed && `${failed} FAILED`, skipped && `${skipped} skipped`]
    const outcome = check ? (failed ? 'FAILED' : 'ok') : counted.filter(Boolean).join(', ')
    console.log(`  ${name.padEnd(width)}  ${outcome.padEnd(24)}  ${seconds}`)
  }
  if (failures.length) console.log('\nFailed:')
  for (const { project, file, title } of failures)
    console.log(`  ${[project, file, title].filter(Boolean).join(' › ')}`)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed')
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (!interrupted) say('interrupted: stopping everything')
    interrupted = true
    for (const leashed of running) leashed.end()
  })
endWithNpm()

try {
  await installMissing(root, say)
} catch (fault) {
  console.error(fault.message)
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}
const args = process.argv.slice(2)
const named = args.filter((arg) => partNames.includes(arg))
const forJest = args.filter((arg) => !partNames.includes(arg))
if (named.length || !forJest.length) await runParts(new Set(named.length ? named : partNames), forJest)
else {
  const isWalk = (arg) => builtProjects.some((name) => arg.includes(`tests/${name}`))
  const walks = forJest.filter(isWalk)
  const others = forJest.filter((arg) => !isWalk(arg))
  const onlyOptions = others.every((arg) => walks.length && !arg.startsWith('tests/'))
  await runParts(
    new Set([...(onlyOptions ? [] : quickProjects), ...(walks.length ? builtProjects : [])]),
    forJest,
  )
}
const failed = showSummary()
process.exit(interrupted ? 130 : failed ? 1 : 0)
