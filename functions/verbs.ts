import type { EndpointName } from '../shared/contract'
import { decideClaim } from './claim/decideClaim'
import { listClaims } from './claim/listClaims'
import { submitClaim } from './claim/submitClaim'
import { withdrawClaim } from './claim/withdrawClaim'
import { addTie } from './home/addTie'
import { endTie } from './home/endTie'
import { getHome } from './home/getHome'
import { listHomes } from './home/listHomes'
import { represent } from './home/represent'
import { answerHealth } from './house/answerHealth'
import { publishContract } from './house/publishContract'
import type { Verb } from './kernel/verb'
import { bindPhone } from './me/bindPhone'
import { eraseMe } from './me/eraseMe'
import { exportMe } from './me/exportMe'
import { getMe } from './me/getMe'
import { updateMe } from './me/updateMe'
import { addOrganisation } from './organisation/addOrganisation'
import { disengage } from './organisation/disengage'
import { engage } from './organisation/engage'
import { listEngagements } from './organisation/listEngagements'
import { listOrganisations } from './organisation/listOrganisations'
import { revealPhone } from './person/revealPhone'
import { addBuilding } from './place/addBuilding'
import { addCommunity } from './place/addCommunity'
import { addCompound } from './place/addCompound'
import { addGrid } from './place/addGrid'
import { addHome } from './place/addHome'
import { countFigures } from './place/countFigures'
import { getCompound } from './place/getCompound'
import { joinCompounds } from './place/joinCompounds'
import { listSubdistricts } from './place/listSubdistricts'
import { printCodes } from './place/printCodes'
import { readTree } from './place/readTree'
import { scanCode } from './place/scanCode'
import { searchDirectory } from './place/searchDirectory'
import { setManagement } from './place/setManagement'
import { splitCompound } from './place/splitCompound'
import { listMine } from './record/listMine'
import { listRecord } from './record/listRecord'
import { grantRole } from './role/grantRole'
import { listRoles } from './role/listRoles'
import { revokeRole } from './role/revokeRole'
import { getRoll } from './roll/getRoll'
import { importRoll } from './roll/importRoll'
import { openRoll } from './roll/openRoll'
import { previewRoll } from './roll/previewRoll'
import { endSession } from './session/endSession'
import { enterDemo } from './session/enterDemo'
import { enterWechat } from './session/enterWechat'
import { listDemoPersons } from './session/listDemoPersons'
import { listSessions } from './session/listSessions'

/** Which verb answers which endpoint: one for each name in the contract, or this does not compile. */
export const verbs: Record<EndpointName, Verb> = {
  'house.health': answerHealth,
  'house.openapi': publishContract,
  'session.persons': listDemoPersons,
  'session.demo': enterDemo,
  'session.wechat': enterWechat,
  'session.list': listSessions,
  'session.end': endSession,
  'me.get': getMe,
  'me.update': updateMe,
  'me.phone': bindPhone,
  'me.export': exportMe,
  'me.erase': eraseMe,
  'place.directory': searchDirectory,
  'place.scan': scanCode,
  'place.tree': readTree,
  'place.get': getCompound,
  'place.codes': printCodes,
  'place.subdistricts': listSubdistricts,
  'place.figures': countFigures,
  'place.addCommunity': addCommunity,
  'place.addCompound': addCompound,
  'place.setManagement': setManagement,
  'place.addBuilding': addBuilding,
  'place.addHome': addHome,
  'place.addGrid': addGrid,
  'place.join': joinCompounds,
  'place.split': splitCompound,
  'organisation.list': listOrganisations,
  'organisation.add': addOrganisation,
  'organisation.engage': engage,
  'organisation.disengage': disengage,
  'organisation.mine': listEngagements,
  'home.list': listHomes,
  'home.get': getHome,
  'home.addTie': addTie,
  'home.endTie': endTie,
  'home.represent': represent,
  'roll.upload': openRoll,
  'roll.preview': previewRoll,
  'roll.get': getRoll,
  'roll.import': importRoll,
  'claim.submit': submitClaim,
  'claim.withdraw': withdrawClaim,
  'claim.list': listClaims,
  'claim.decide': decideClaim,
  'role.list': listRoles,
  'role.grant': grantRole,
  'role.revoke': revokeRole,
  'person.reveal': revealPhone,
  'record.list': listRecord,
  'record.mine': listMine,
}
