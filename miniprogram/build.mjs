// Builds the app with Taro: node miniprogram/build.mjs weapp|h5 [--if-stale]. Silent until it fails.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [type, flag] = process.argv.slice(2)
const proofs = { weapp: 'app.json', h5: 'index.html' }
if (!proofs[type] || (flag && flag !== '--if-stale')) {
  console.error('node miniprogram/build.mjs weapp|h5 [--if-stale]')
  process.exit(2)
}
const output = path.join(root, 'dist', type)
const stamp = `${output}.stamp` // beside the output: all that is inside is uploaded

const listFiles = (folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()

/** Of everything that the output depends on. */
function hashInputs() {
  const hash = createHash('sha256')
  const folders = ['miniprogram', 'shared', 'config']
    .map((name) => path.join(root, name))
    .filter(fs.existsSync)
  const files = [
    'package-lock.json',
    'package.json',
    'babel.config.js',
    'tsconfig.json',
    'project.config.json',
  ]
  for (const file of [...folders.flatMap(listFiles), ...files.map((name) => path.join(root, name))])
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function runTaro() {
  const cli = path.join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const env = { ...process.env, NODE_ENV: 'production' }
  let said = ''
  return new Promise((resolve) => {
    const taro = spawn(process.execPath, [cli, 'build', '--type', type, '--no-check'], { cwd: root, env })
    for (const stream of [taro.stdout, taro.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text
      })
    taro.once('close', (code) => resolve({ code, said }))
  })
}

const sizeOf = (files) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0)
const inKilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`

/** WeChat allows 2 MB for the main package: everything outside the subpackages. */
function describeSize() {
  const files = listFiles(output)
  if (type === 'h5') return inKilobytes(sizeOf(files))
  const app = JSON.parse(fs.readFileSync(path.join(output, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map((it) => path.join(output, it.root) + path.sep)
  const main = files.filter((file) => !roots.some((folder) => file.startsWith(folder)))
  return `main package ${inKilobytes(sizeOf(main))} of ${inKilobytes(sizeOf(files))}`
}

const from = Date.now()
const inputs = hashInputs()
const isFresh = () =>
  fs.existsSync(path.join(output, proofs[type])) &&
  fs.existsSync(stamp) &&
  fs.readFileSync(stamp, 'utf8') === inputs
if (flag && isFresh()) process.exit(0)

console.log(`Building dist/${type} …`)
fs.rmSync(stamp, { force: true })
fs.rmSync(output, { recursive: true, force: true })
const { code, said } = await runTaro()
if (code !== 0 || !fs.existsSync(path.join(output, proofs[type]))) {
  console.error(`${said}\ndist/${type} was not built (taro ended with ${code})`)
  process.exit(1)
}
fs.writeFileSync(stamp, inputs)
console.log(`dist/${type} built in ${((Date.now() - from) / 1000).toFixed(1)} s, ${describeSize()}`)
