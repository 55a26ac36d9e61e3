import { claimRefusals } from './claim/words'
import { homeRefusals } from './home/words'
import { incidentRefusals } from './incident/words'
import { doorRefusals } from './kernel/refusal'
import { meRefusals } from './me/words'
import { photoRefusals } from './media/words'
import { organisationRefusals } from './organisation/words'
import { patrolRefusals } from './patrol/words'
import { placeRefusals } from './place/words'
import { ratesRefusals } from './rates/words'
import { roleRefusals } from './role/words'
import { rollRefusals } from './roll/words'
import { sessionRefusals } from './session/words'
import { storageRefusals } from './storage/words'
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
}

export type RefusalCode = keyof typeof refusals
