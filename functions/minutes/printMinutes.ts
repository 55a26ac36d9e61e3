import type { PresentAs } from '../../shared/meeting/states'
import { presentAsWords } from '../../shared/meeting/words'
import { read } from '../kernel/verb'
import { sayOffice } from '../meeting/reading/face'
import { makeDocx } from './printing/docx'
import { paperOf } from './printing/paper'
import { homesCounted, officesPresent } from './reading/queries'
import { loadView, placeOfView, showMinutes } from './reading/view'

/** A docx in the form that minutes have, with as much in it as the caller may read. */
export const printMinutes = read('minutes.print', {
  load: async ({ tx, input: { communityId, meetingId } }) => {
    const key = [communityId, meetingId]
    const [view, homes, others] = await Promise.all([
      loadView(tx, communityId, meetingId),
      homesCounted(tx, key),
      officesPresent(tx, key),
    ])
    return view && { view, homes, others }
  },
  place: ({ view }) => placeOfView(view),
  async answer({ loaded: { view, homes, others }, caller, now }) {
    const minutes = showMinutes(view, caller, now)
    const named = others.map((o) =>
      o.role === null ? presentAsWords[o.present_as as PresentAs] : sayOffice(o.role),
    )
    const paper = paperOf(minutes, { homes, others: named })
    const content = await makeDocx(paper)
    return {
      fileName: `${paper.title}${minutes.number ?? ''}.docx`,
      base64: content.toString('base64'),
    }
  },
})
