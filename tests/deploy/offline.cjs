// Preloaded into the platform's tool and all that it starts: no connection leaves this machine.
const net = require('node:net')

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [options] = net._normalizeArgs ? net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args) : args
  if (options?.path) return connect.apply(this, args)
  process.nextTick(() =>
    this.destroy(Object.assign(new Error('there is no network here'), { code: 'ENETUNREACH' })),
  )
  return this
}
