import type { Output } from '../../shared/contract'
import type { PageName, Params } from '../kernel/go'

export type Line = Output<'inbox.list'>['items'][number]

/** Things of the books, with the page that shows them and what names them there. */
const ofBooks: Partial<Record<string, readonly [page: PageName, key?: string]>> = {
  books: ['money/month'],
  entry: ['money/entry', 'entryId'],
  lease: ['money/lease', 'leaseId'],
  wait: ['money/waiting'],
  charge: ['money/mine'],
  receipt: ['money/mine'],
  fund: ['money/fund', 'resolutionId'],
  split: ['money/splits'],
  advance: ['money/advance', 'advanceId'],
  spending: ['money/spending', 'spendingId'],
  statement: ['money/statement', 'statementId'],
  apportionment: ['money/apportion', 'apportionmentId'],
}

/** Which compound's books they are the record says; else one's own are meant. */
function intoTheBooks({ subjectKind, subjectId, communityId, after }: Line) {
  const [page, key] = ofBooks[subjectKind] ?? []
  if (page === undefined) return undefined
  const compoundId = typeof after?.compoundId === 'string' ? after.compoundId : undefined
  return { page, params: { communityId, compoundId, ...(key && { [key]: subjectId }) } }
}

/** Where more of it can be read. */
export function leadsTo(line: Line): { page: PageName; params?: Params } | undefined {
  const { subjectKind, subjectId, communityId, action } = line
  if (subjectKind === 'whistle') return { page: 'whistle/one', params: { communityId, whistleId: subjectId } }
  if (subjectKind === 'finding')
    return { page: 'patrol/finding', params: { communityId, findingId: subjectId } }
  if (subjectKind === 'round') return { page: 'patrol/walked', params: { communityId, roundId: subjectId } }
  if (subjectKind === 'patrol') return { page: 'desk/patrols', params: { communityId, planId: subjectId } }
  if (subjectKind === 'meeting') return { page: 'meeting/one', params: { communityId, meetingId: subjectId } }
  if (subjectKind === 'minutes')
    return { page: 'meeting/minutes', params: { communityId, meetingId: subjectId } }
  if (subjectKind === 'resolution' || subjectKind === 'pledge')
    return { page: 'meeting/resolution', params: { communityId, resolutionId: subjectId } }
  const books = intoTheBooks(line)
  if (books) return books
  if (subjectKind === 'checkin') return { page: 'checkin/one', params: { communityId, checkinId: subjectId } }
  if (subjectKind === 'slip') return { page: 'checkin/unit' }
  if (subjectKind === 'task') return { page: 'checkin/task', params: { communityId, taskId: subjectId } }
  if (subjectKind === 'service') return { page: 'checkin/record' }
  if (subjectKind === 'care') return { page: 'checkin/homes' }
  if (subjectKind === 'project')
    return { page: 'checkin/project', params: { communityId, projectId: subjectId } }
  if (action === 'serviceRecord.sent') return { page: 'checkin/unit-records' }
  if (action === 'serviceRecord.read') return { page: 'checkin/records', params: { communityId } }
  if (subjectKind === 'serviceRecord') return { page: 'checkin/record', params: { view: 'records' } }
  if (/^(claim|role)\./.test(action)) return { page: 'me/index' }
  return /^tie\./.test(action) ? { page: 'home/index' } : undefined
}
