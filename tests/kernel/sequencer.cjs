const { default: Sequencer } = require('@jest/test-sequencer')

// what takes minutes begins first, so that no core stands idle at the end; while the first loads the demo, the next two need none
const long = ['everyRole', 'ledger/random', 'whistle/steps', 'roundTrips', 'badInput', 'everyWrite']
const longWalks = ['walkPagesAtDesk', 'walkPagesOfResidents', 'breakages', 'walkMeeting']

/** The walks come after all else: what they walk on is being built meanwhile. */
function rank({ path, context }) {
  const isWalk = ['browser', 'weapp'].includes(context.config.displayName?.name)
  const names = isWalk ? longWalks : long
  const at = names.findIndex((name) => path.includes(`/${name}.test.`))
  return (isWalk ? 100 : 0) + (at < 0 ? names.length : at)
}

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other))
  }
}
