// Serves what `vercel build` made, as the platform would: node serveOutput.mjs OUTPUT. Knows of the routing table just
// what vercel.json uses. Tells its port on the first line.
import fs from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'

const output = path.resolve(process.argv[2])
const require = createRequire(path.join(output, 'any.cjs'))
const { routes } = JSON.parse(fs.readFileSync(path.join(output, 'config.json'), 'utf8'))
const loaded = new Map()

/** A door's handler, out of its own folder and nothing else. */
function loadFunction(name) {
  const folder = path.join(output, 'functions', `${name}.func`)
  if (!loaded.has(name)) {
    const { handler } = JSON.parse(fs.readFileSync(path.join(folder, '.vc-config.json'), 'utf8'))
    loaded.set(name, require(path.join(folder, handler)).default)
  }
  return loaded.get(name)
}

function findFile(asked) {
  const folder = path.join(output, 'static')
  const file = path.join(folder, asked.endsWith('/') ? `${asked}index.html` : asked)
  return file.startsWith(folder + path.sep) && fs.existsSync(file) ? file : undefined
}

async function answer(req, res) {
  const asked = new URL(req.url, 'http://platform').pathname
  for (const route of routes.filter((it) => it.src)) {
    const match = new RegExp(route.src).exec(asked)
    if (!match) continue
    for (const [name, value] of Object.entries(route.headers ?? {}))
      res.setHeader(
        name,
        value.replace(/\$(\d)/g, (_, i) => match[i]),
      )
    if (route.dest) return loadFunction(route.dest)(req, res)
    if (route.status) return res.writeHead(route.status).end()
  }
  // what no route took is looked for among the files
  const file = findFile(asked)
  res.writeHead(file ? 200 : 404).end(file && fs.readFileSync(file))
}

const server = createServer((req, res) => {
  answer(req, res).catch((fault) => {
    console.error(fault)
    res.destroy()
  })
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
