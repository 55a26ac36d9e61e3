// What `npm start` understands. Plain JavaScript: it is read before anything is installed.
import net from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'

export const usage = `npm start -- [--port N] [--data DIR] [--fresh]
  --port N     the port to serve at (4680)
  --data DIR   the folder for database, files and secrets (.data)
  --fresh      throws that data away first`

const known = { port: { type: 'string' }, data: { type: 'string' }, fresh: { type: 'boolean' } }

/** npm keeps flags that stand before `--` to itself and hands them on through the environment. */
function readNpmFlags(env) {
  const flags = {}
  for (const name of Object.keys(known)) {
    const value = env[`npm_config_${name}`]
    if (value) flags[name] = known[name].type === 'boolean' ? value === 'true' : value
  }
  return flags
}

/** The options, or what is wrong with them. */
export function readOptions(args, root, env = process.env) {
  const flags = readNpmFlags(env)
  const lost = ['port', 'data'].find((name) => flags[name] === 'true')
  if (lost)
    return { wrong: `npm kept --${lost} to itself; put -- before it: npm start -- --${lost} …\n${usage}` }
  let given
  try {
    given = parseArgs({ args, options: known, strict: true, allowPositionals: false }).values
  } catch (fault) {
    return { wrong: `${fault.message.split('. ')[0]}\n${usage}` }
  }
  const { port = '4680', data = path.join(root, '.data'), fresh = false } = { ...flags, ...given }
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    return { wrong: `--port ${port}: a port is a number from 1 to 65535\n${usage}` }
  if (data === '') return { wrong: `--data needs a folder\n${usage}` }
  // npm moves to the checkout; a relative folder is meant from where the person stands
  return { port: Number(port), dataDir: path.resolve(env.INIT_CWD ?? root, data), fresh }
}

/** Undefined when the port can be taken; else one line that says why not. */
export function explainTakenPort(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', ({ code }) =>
      resolve(
        code === 'EADDRINUSE'
          ? `端口 ${port} 已被占用，请用 npm start -- --port 换一个 · Port ${port} is taken: choose another with npm start -- --port N`
          : `端口 ${port} 不能使用（${code}） · Port ${port} cannot be used (${code}): choose another with npm start -- --port N`,
      ),
    )
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })
}
