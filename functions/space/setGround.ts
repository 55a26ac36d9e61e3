import { lockBooks } from '../account/books'
import { decisionRefusal, loadDecision } from '../account/deciding'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setGround } from './queries'

/** What parking on common land rests on: owners decide that together, 民法典 278. */
export const setParkingGround = write('space.setGround', {
  load: async ({ tx, input }) => {
    const [[books], decided] = await Promise.all([
      lockBooks(tx, [input.communityId, input.compoundId]),
      loadDecision(tx, input),
    ])
    return books && { decided }
  },
  refuse: ({ input, loaded }) => decisionRefusal(input.decision, loaded.decided),
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId } = input
    const ground = loaded.decided!
    await Promise.all([
      setGround(tx, [communityId, compoundId, ground.resolutionId, ground.on, ground.named]),
      note(act, {
        communityId,
        action: 'space.groundSet',
        subjectKind: 'books',
        subjectId: compoundId,
        after: { resolutionId: ground.resolutionId, on: ground.on },
      }),
    ])
    return { ground }
  },
})
