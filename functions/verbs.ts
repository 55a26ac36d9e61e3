import type { EndpointName } from '../shared/contract'
import { moneyVerbs } from './account/verbs'
import { checkinVerbs } from './checkin/verbs'
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
import { countUnread } from './inbox/countUnread'
import { listInbox } from './inbox/listInbox'
import { readInbox } from './inbox/readInbox'
import { addToIncident } from './incident/addToIncident'
import { answerIncident } from './incident/answerIncident'
import { endIncident } from './incident/endIncident'
import { getIncident } from './incident/getIncident'
import { listIncidents } from './incident/listIncidents'
import { openIncident } from './incident/openIncident'
import { removeFromIncident } from './incident/removeFromIncident'
import type { Verb } from './kernel/verb'
import { bindPhone } from './me/bindPhone'
import { eraseMe } from './me/eraseMe'
import { exportMe } from './me/exportMe'
import { getMe } from './me/getMe'
import { updateMe } from './me/updateMe'
import { checkPhoto } from './media/checkPhoto'
import { finishPhoto } from './media/finishPhoto'
import { getPhoto } from './media/getPhoto'
import { listToCheck } from './media/listToCheck'
import { openPhoto } from './media/openPhoto'
import { addItem } from './meeting/agenda/addItem'
import { changeItem } from './meeting/agenda/changeItem'
import { dropItem } from './meeting/agenda/dropItem'
import { orderItems } from './meeting/agenda/orderItems'
import { listCircleHomes } from './meeting/attendance/listCircleHomes'
import { readPresence } from './meeting/attendance/readPresence'
import { signIn } from './meeting/attendance/signIn'
import { signInFor } from './meeting/attendance/signInFor'
import { undoSignIn } from './meeting/attendance/undoSignIn'
import { beginMeeting } from './meeting/beginMeeting'
import { callOffMeeting } from './meeting/callOffMeeting'
import { changeMeeting } from './meeting/changeMeeting'
import { endMeeting } from './meeting/endMeeting'
import { getMeeting } from './meeting/getMeeting'
import { listMeetings } from './meeting/listMeetings'
import { listMyMeetings } from './meeting/listMyMeetings'
import { listPeople } from './meeting/listPeople'
import { makeIcs } from './meeting/makeIcs'
import { moveMeeting } from './meeting/moveMeeting'
import { noticeMeeting } from './meeting/noticeMeeting'
import { planMeeting } from './meeting/planMeeting'
import { readCalendar } from './meeting/readCalendar'
import { readTerms } from './meeting/readTerms'
import { setTerms } from './meeting/setTerms'
import { amendMinutes } from './minutes/amending/amendMinutes'
import { answerAmendment } from './minutes/amending/answerAmendment'
import { exportMinutes } from './minutes/exportMinutes'
import { getMinutes } from './minutes/getMinutes'
import { listMinutes } from './minutes/listMinutes'
import { answerObjection } from './minutes/objecting/answerObjection'
import { correctMinutes } from './minutes/objecting/correctMinutes'
import { objectToMinutes } from './minutes/objecting/objectToMinutes'
import { openMinutes } from './minutes/openMinutes'
import { printMinutes } from './minutes/printMinutes'
import { publishMinutes } from './minutes/publishMinutes'
import { redraftMinutes } from './minutes/redraftMinutes'
import { signMinutes } from './minutes/signMinutes'
import { strikeEntry } from './minutes/strikeEntry'
import { writeEntry } from './minutes/writeEntry'
import { addOrganisation } from './organisation/addOrganisation'
import { disengage } from './organisation/disengage'
import { engage } from './organisation/engage'
import { listEngagements } from './organisation/listEngagements'
import { listOrganisations } from './organisation/listOrganisations'
import { addPlan } from './patrol/addPlan'
import { changePlan } from './patrol/changePlan'
import { exportPatrols } from './patrol/exportPatrols'
import { getFinding } from './patrol/getFinding'
import { getPlan } from './patrol/getPlan'
import { getRound } from './patrol/getRound'
import { listBehind } from './patrol/listBehind'
import { listFindings } from './patrol/listFindings'
import { listPlans } from './patrol/listPlans'
import { listRounds } from './patrol/listRounds'
import { listWalkers } from './patrol/listWalkers'
import { printCheckpoints } from './patrol/printCheckpoints'
import { readMonth } from './patrol/readMonth'
import { readToday } from './patrol/readToday'
import { sendRound } from './patrol/sendRound'
import { whistleFinding } from './patrol/whistleFinding'
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
import { givePledge } from './pledge/givePledge'
import { listPledges } from './pledge/listPledges'
import { withdrawPledge } from './pledge/withdrawPledge'
import { exportRates } from './rates/exportRates'
import { getRates } from './rates/getRates'
import { getSubdistrictRates } from './rates/getSubdistrictRates'
import { listRated } from './rates/listRated'
import { listSubdistrictRated } from './rates/listSubdistrictRated'
import { listMine } from './record/listMine'
import { listRecord } from './record/listRecord'
import { dropResolution } from './resolution/dropResolution'
import { finishResolution } from './resolution/finishResolution'
import { getResolution } from './resolution/getResolution'
import { listResolutions } from './resolution/listResolutions'
import { reportProgress } from './resolution/reportProgress'
import { strikeResolution } from './resolution/strikeResolution'
import { writeResolution } from './resolution/writeResolution'
import { grantRole } from './role/grantRole'
import { listRoles } from './role/listRoles'
import { revokeRole } from './role/revokeRole'
import { getRoll } from './roll/getRoll'
import { importRoll } from './roll/importRoll'
import { openRoll } from './roll/openRoll'
import { previewRoll } from './roll/previewRoll'
import { addSeries } from './series/addSeries'
import { endSeries } from './series/endSeries'
import { listSeries } from './series/listSeries'
import { endSession } from './session/endSession'
import { enterDemo } from './session/enterDemo'
import { enterWechat } from './session/enterWechat'
import { listDemoPersons } from './session/listDemoPersons'
import { listSessions } from './session/listSessions'
import { acceptWhistle } from './whistle/acceptWhistle'
import { answerSurvey } from './whistle/answerSurvey'
import { answerWhistle } from './whistle/answerWhistle'
import { askBack } from './whistle/askBack'
import { closeWhistle } from './whistle/closeWhistle'
import { countDays } from './whistle/countDays'
import { decideDispute } from './whistle/decideDispute'
import { dispatchWhistle } from './whistle/dispatchWhistle'
import { disputeDispatch } from './whistle/disputeDispatch'
import { extendWhistle } from './whistle/extendWhistle'
import { followUpWhistle } from './whistle/followUpWhistle'
import { getWhistle } from './whistle/getWhistle'
import { intakeWhistle } from './whistle/intakeWhistle'
import { joinWhistle } from './whistle/joinWhistle'
import { listColleagues } from './whistle/listColleagues'
import { listMyWhistles } from './whistle/listMyWhistles'
import { listParties } from './whistle/listParties'
import { listPublic } from './whistle/listPublic'
import { listRaised } from './whistle/listRaised'
import { listSimilar } from './whistle/listSimilar'
import { mergeWhistle } from './whistle/mergeWhistle'
import { readBoard } from './whistle/readBoard'
import { readClocks } from './whistle/readClocks'
import { readDesk } from './whistle/readDesk'
import { rejectWhistle } from './whistle/rejectWhistle'
import { reopenWhistle } from './whistle/reopenWhistle'
import { reportToLead } from './whistle/reportToLead'
import { resolveWhistle } from './whistle/resolveWhistle'
import { respondToWhistle } from './whistle/respondToWhistle'
import { revealCaller } from './whistle/revealCaller'
import { setClock } from './whistle/setClock'
import { setQuota } from './whistle/setQuota'
import { submitWhistle } from './whistle/submitWhistle'
import { tableWhistle } from './whistle/tableWhistle'
import { takeWhistle } from './whistle/takeWhistle'
import { untableWhistle } from './whistle/untableWhistle'
import { withdrawWhistle } from './whistle/withdrawWhistle'

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
  'media.upload': openPhoto,
  'media.finish': finishPhoto,
  'media.get': getPhoto,
  'media.queue': listToCheck,
  'media.check': checkPhoto,
  'role.list': listRoles,
  'role.grant': grantRole,
  'role.revoke': revokeRole,
  'person.reveal': revealPhone,
  'record.list': listRecord,
  'record.mine': listMine,
  'incident.open': openIncident,
  'incident.add': addToIncident,
  'incident.remove': removeFromIncident,
  'incident.answer': answerIncident,
  'incident.end': endIncident,
  'incident.list': listIncidents,
  'incident.get': getIncident,
  'rates.get': getRates,
  'rates.list': listRated,
  'rates.subdistrict': getSubdistrictRates,
  'rates.subdistrictList': listSubdistrictRated,
  'rates.export': exportRates,
  'whistle.survey': answerSurvey,
  'whistle.submit': submitWhistle,
  'whistle.intake': intakeWhistle,
  'whistle.join': joinWhistle,
  'whistle.askBack': askBack,
  'whistle.answer': answerWhistle,
  'whistle.accept': acceptWhistle,
  'whistle.reject': rejectWhistle,
  'whistle.merge': mergeWhistle,
  'whistle.withdraw': withdrawWhistle,
  'whistle.dispatch': dispatchWhistle,
  'whistle.dispute': disputeDispatch,
  'whistle.decideDispute': decideDispute,
  'whistle.respond': respondToWhistle,
  'whistle.extend': extendWhistle,
  'whistle.resolve': resolveWhistle,
  'whistle.followUp': followUpWhistle,
  'whistle.reopen': reopenWhistle,
  'whistle.close': closeWhistle,
  'whistle.get': getWhistle,
  'whistle.similar': listSimilar,
  'whistle.mine': listMyWhistles,
  'whistle.board': readBoard,
  'whistle.parties': listParties,
  'whistle.desk': readDesk,
  'whistle.colleagues': listColleagues,
  'whistle.take': takeWhistle,
  'whistle.report': reportToLead,
  'whistle.raised': listRaised,
  'whistle.public': listPublic,
  'whistle.days': countDays,
  'whistle.reveal': revealCaller,
  'whistle.clocks': readClocks,
  'whistle.setClock': setClock,
  'whistle.setQuota': setQuota,
  'patrol.plans': listPlans,
  'patrol.get': getPlan,
  'patrol.walkers': listWalkers,
  'patrol.add': addPlan,
  'patrol.change': changePlan,
  'patrol.codes': printCheckpoints,
  'patrol.today': readToday,
  'patrol.month': readMonth,
  'patrol.list': listBehind,
  'patrol.export': exportPatrols,
  'round.send': sendRound,
  'round.list': listRounds,
  'round.get': getRound,
  'finding.list': listFindings,
  'finding.get': getFinding,
  'finding.whistle': whistleFinding,
  'series.add': addSeries,
  'series.end': endSeries,
  'series.list': listSeries,
  'meeting.plan': planMeeting,
  'meeting.change': changeMeeting,
  'meeting.notice': noticeMeeting,
  'meeting.move': moveMeeting,
  'meeting.callOff': callOffMeeting,
  'meeting.begin': beginMeeting,
  'meeting.end': endMeeting,
  'meeting.addItem': addItem,
  'meeting.changeItem': changeItem,
  'meeting.dropItem': dropItem,
  'meeting.orderItems': orderItems,
  'meeting.signIn': signIn,
  'meeting.signInFor': signInFor,
  'meeting.undoSignIn': undoSignIn,
  'meeting.presence': readPresence,
  'meeting.homes': listCircleHomes,
  'meeting.people': listPeople,
  'meeting.get': getMeeting,
  'meeting.list': listMeetings,
  'meeting.mine': listMyMeetings,
  'meeting.calendar': readCalendar,
  'meeting.ics': makeIcs,
  'meeting.terms': readTerms,
  'meeting.setTerms': setTerms,
  'minutes.get': getMinutes,
  'minutes.list': listMinutes,
  'minutes.export': exportMinutes,
  'minutes.print': printMinutes,
  'minutes.write': writeEntry,
  'minutes.strike': strikeEntry,
  'minutes.open': openMinutes,
  'minutes.amend': amendMinutes,
  'minutes.answerAmendment': answerAmendment,
  'minutes.sign': signMinutes,
  'minutes.redraft': redraftMinutes,
  'minutes.publish': publishMinutes,
  'minutes.correct': correctMinutes,
  'minutes.object': objectToMinutes,
  'minutes.answerObjection': answerObjection,
  'resolution.write': writeResolution,
  'resolution.strike': strikeResolution,
  'resolution.progress': reportProgress,
  'resolution.finish': finishResolution,
  'resolution.drop': dropResolution,
  'resolution.get': getResolution,
  'resolution.list': listResolutions,
  'pledge.give': givePledge,
  'pledge.withdraw': withdrawPledge,
  'pledge.list': listPledges,
  ...moneyVerbs,
  ...checkinVerbs,
  'whistle.table': tableWhistle,
  'whistle.untable': untableWhistle,
  'inbox.list': listInbox,
  'inbox.unread': countUnread,
  'inbox.read': readInbox,
}
