import { accountRefusals } from './account/words'
import { advanceRefusals } from './advance/words'
import { apportionRefusals } from './apportion/words'
import { careRefusals } from './care/words'
import { chargeRefusals } from './charge/words'
import { checkinRefusals } from './checkin/words'
import { claimRefusals } from './claim/words'
import { entryRefusals } from './entry/words'
import { fundRefusals } from './fund/words'
import { homeRefusals } from './home/words'
import { incidentRefusals } from './incident/words'
import { doorRefusals } from './kernel/refusal'
import { leaseRefusals } from './lease/words'
import { meRefusals } from './me/words'
import { photoRefusals } from './media/words'
import { meetingRefusals } from './meeting/words'
import { minutesRefusals } from './minutes/words'
import { organisationRefusals } from './organisation/words'
import { patrolRefusals } from './patrol/words'
import { placeRefusals } from './place/words'
import { pledgeRefusals } from './pledge/words'
import { projectRefusals } from './project/words'
import { ratesRefusals } from './rates/words'
import { receiptRefusals } from './receipt/words'
import { resolutionRefusals } from './resolution/words'
import { roleRefusals } from './role/words'
import { rollRefusals } from './roll/words'
import { serviceRefusals } from './service/words'
import { serviceRecordRefusals } from './serviceRecord/words'
import { sessionRefusals } from './session/words'
import { slipRefusals } from './slip/words'
import { spaceRefusals } from './space/words'
import { spendingRefusals } from './spending/words'
import { splitRefusals } from './split/words'
import { statementRefusals } from './statement/words'
import { storageRefusals } from './storage/words'
import { taskRefusals } from './task/words'
import { whistleRefusals } from './whistle/words'

/** The one table from refusal to status and sentence. */
export const refusals = {
  ...doorRefusals,
  ...sessionRefusals,
  ...meRefusals,
  ...placeRefusals,
  ...organisationRefusals,
  ...homeRefusals,
  ...rollRefusals,
  ...claimRefusals,
  ...photoRefusals,
  ...roleRefusals,
  ...storageRefusals,
  ...whistleRefusals,
  ...incidentRefusals,
  ...ratesRefusals,
  ...patrolRefusals,
  ...meetingRefusals,
  ...minutesRefusals,
  ...resolutionRefusals,
  ...pledgeRefusals,
  ...accountRefusals,
  ...entryRefusals,
  ...spaceRefusals,
  ...leaseRefusals,
  ...chargeRefusals,
  ...receiptRefusals,
  ...fundRefusals,
  ...splitRefusals,
  ...advanceRefusals,
  ...spendingRefusals,
  ...statementRefusals,
  ...apportionRefusals,
  ...slipRefusals,
  ...checkinRefusals,
  ...taskRefusals,
  ...serviceRefusals,
  ...careRefusals,
  ...projectRefusals,
  ...serviceRecordRefusals,
}

export type RefusalCode = keyof typeof refusals
