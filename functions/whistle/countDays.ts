import { startOfDay } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { compoundSeen, publicDays } from './reading/queries'

const monthAfter = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return number === 12 ? `${year! + 1}-01` : `${year}-${String(number! + 1).padStart(2, '0')}`
}

/** A month of a compound as a calendar: how many came on each day, and how many of these are still open. */
export const countDays = read('whistle.days', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, month } = input
    const [[compound], days] = await Promise.all([
      compoundSeen(tx, [communityId, compoundId]),
      publicDays(tx, [
        communityId,
        compoundId,
        startOfDay(`${month}-01`),
        startOfDay(`${monthAfter(month)}-01`),
      ]),
    ])
    return compound && { days }
  },
  answer: ({ input, loaded: { days } }) => ({
    month: input.month,
    days: days.map(({ day, submitted, open }) => ({ day, submitted, open })),
    submitted: days.reduce((sum, d) => sum + d.submitted, 0),
    done: days.reduce((sum, d) => sum + d.done, 0),
  }),
})
