const { once } = require('node:events')
const http = require('node:http')

/** A walk needs what the builds make: under npm test they run beside the tests that need none, and answer here when they end. */
module.exports = async () => {
  if (!process.env.BUILDS) return
  const [answer] = await once(http.get(process.env.BUILDS), 'response')
  answer.resume()
  const stack = 'not run, because a build failed'
  if (answer.statusCode !== 200) throw Object.assign(new Error(stack), { stack })
}
