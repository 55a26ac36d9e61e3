import { read } from '../kernel/verb'
import { loadView, placeOfView, showMinutes } from './reading/view'

export const getMinutes = read('minutes.get', {
  load: ({ tx, input }) => loadView(tx, input.communityId, input.meetingId),
  place: placeOfView,
  answer: ({ loaded, caller, now }) => showMinutes(loaded, caller, now),
})
