import { claimRefusals } from './claim/words'
import { homeRefusals } from './home/words'
import { doorRefusals } from './kernel/refusal'
import { meRefusals } from './me/words'
import { organisationRefusals } from './organisation/words'
import { placeRefusals } from './place/words'
import { roleRefusals } from './role/words'
import { rollRefusals } from './roll/words'
import { sessionRefusals } from './session/words'
import { storageRefusals } from './storage/words'

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
  ...roleRefusals,
  ...storageRefusals,
}

export type RefusalCode = keyof typeof refusals
