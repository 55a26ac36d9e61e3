import type { EndpointName } from './contract'
import { type Caller, knows, type PlacePath, touches } from './role/caller'
import type { Role } from './role/roles'

/** anyone: without a session. signedIn: whoever has one; the rows decide. Else the roles, over the place in question. */
export type Who = 'anyone' | 'signedIn' | readonly Role[]

const officers = ['subdistrictOfficer', 'districtOfficer'] as const
const workers = ['communityWorker', ...officers] as const
const fieldWorkers = ['gridWorker', ...workers] as const
const leads = ['entranceLead', 'buildingLead'] as const
const compoundRoles = ['committeeMember', 'committeeDirector', 'branchSecretary', 'supervisor'] as const
const organisationRoles = ['responder', 'liaison'] as const
const parties = ['responder', 'committeeMember', 'committeeDirector', 'branchSecretary'] as const
const residents = ['owner', 'tenant'] as const
const watchers = [...compoundRoles, 'responder', ...fieldWorkers] as const
// whoever may call, chair or write down a meeting; whether it is theirs, the rules of meetings say
const conveners = [...leads, ...parties, 'gridWorker', 'communityWorker'] as const
const everyRole = [
  ...residents,
  ...leads,
  ...compoundRoles,
  'bookkeeper',
  ...organisationRoles,
  ...fieldWorkers,
] as const
// whoever sits in a body that approves spending, takes the compound's money, keeps its books or watches them
const approvers = compoundRoles
const gate = ['bookkeeper', 'responder'] as const
const bookStaff = [...gate, ...approvers, 'communityWorker'] as const
const readers = ['owner', ...bookStaff] as const

/** What each role may do: the one table by which every endpoint is judged. `docs/ROLES.md` is made from it. */
export const permissions: Record<EndpointName, Who> = {
  'house.health': 'anyone',
  'house.openapi': 'anyone',

  'session.persons': 'anyone',
  'session.demo': 'anyone',
  'session.wechat': 'anyone',
  'session.list': 'signedIn',
  'session.end': 'signedIn',

  'me.get': 'signedIn',
  'me.update': 'signedIn',
  'me.phone': 'signedIn',
  'me.export': 'signedIn',
  'me.erase': 'signedIn',

  // names of places and numbers of homes, to claim one: they tell nothing about who lives there
  'place.directory': 'signedIn',
  'place.scan': 'signedIn',
  'place.tree': everyRole,
  'place.get': everyRole,
  'place.codes': workers,
  'place.subdistricts': officers,
  'place.figures': officers,
  'place.addCommunity': officers,
  'place.addCompound': workers,
  'place.setManagement': workers,
  'place.addBuilding': workers,
  'place.addHome': workers,
  'place.addGrid': workers,
  'place.join': workers,
  'place.split': workers,

  'organisation.list': officers,
  'organisation.add': officers,
  'organisation.engage': workers,
  'organisation.disengage': workers,
  'organisation.mine': organisationRoles,

  'home.list': [...leads, ...fieldWorkers],
  'home.get': [...residents, ...leads, ...fieldWorkers],
  'home.addTie': fieldWorkers,
  'home.endTie': fieldWorkers,
  'home.represent': ['owner', ...workers],

  'roll.upload': ['communityWorker'],
  'roll.preview': ['communityWorker'],
  'roll.get': ['communityWorker'],
  'roll.import': ['communityWorker'],

  // whoever has a session may say where they live; somebody who knows the building decides
  'claim.submit': 'signedIn',
  'claim.withdraw': 'signedIn',
  'claim.list': [...leads, 'gridWorker', 'communityWorker'],
  'claim.decide': [...leads, 'gridWorker', 'communityWorker'],

  // whoever belongs to a community, or waits to be let in, may show it something; a worker looks before others do
  'media.upload': 'signedIn',
  'media.finish': 'signedIn',
  'media.get': 'signedIn',
  'media.queue': ['communityWorker'],
  'media.check': ['communityWorker'],

  'role.list': workers,
  'role.grant': workers,
  'role.revoke': workers,

  'person.reveal': [...leads, 'gridWorker', 'communityWorker'],

  'record.list': workers,
  'record.mine': 'signedIn',

  // whoever stands in front of it may whistle, and whoever reported it goes on with it: the rows decide
  'whistle.submit': 'signedIn',
  'whistle.join': 'signedIn',
  'whistle.mine': 'signedIn',
  'whistle.get': 'signedIn',
  'whistle.answer': 'signedIn',
  'whistle.withdraw': 'signedIn',
  'whistle.followUp': 'signedIn',
  'whistle.reopen': 'signedIn',
  'whistle.survey': 'signedIn',
  'whistle.similar': 'signedIn',
  'whistle.public': everyRole,
  'whistle.days': everyRole,
  'whistle.intake': ['communityWorker'],
  'whistle.board': fieldWorkers,
  'whistle.parties': workers,
  'whistle.askBack': workers,
  'whistle.accept': workers,
  'whistle.reject': workers,
  'whistle.merge': workers,
  'whistle.dispatch': workers,
  'whistle.decideDispute': workers,
  'whistle.close': workers,
  'whistle.table': workers,
  'whistle.untable': workers,
  'whistle.reveal': ['communityWorker'],
  'whistle.clocks': workers,
  'whistle.setClock': ['communityWorker'],
  'whistle.setQuota': ['communityWorker'],
  // whoever sits at the desk to which the work was sent
  'whistle.desk': parties,
  'whistle.colleagues': parties,
  'whistle.take': parties,
  'whistle.report': parties,
  'whistle.dispute': parties,
  'whistle.respond': parties,
  'whistle.resolve': parties,
  'whistle.extend': [...parties, ...workers],
  'whistle.raised': officers,

  // many whistles of one cause: everybody of the compound reads what is known
  'incident.list': everyRole,
  'incident.get': everyRole,
  'incident.open': ['communityWorker'],
  'incident.add': ['communityWorker'],
  'incident.remove': ['communityWorker'],
  'incident.answer': ['communityWorker'],
  'incident.end': ['communityWorker'],

  // a compound's own bodies see how their compound stands
  'rates.get': [...compoundRoles, ...fieldWorkers],
  'rates.list': [...compoundRoles, ...fieldWorkers],
  'rates.export': [...compoundRoles, ...fieldWorkers],
  'rates.subdistrict': officers,
  'rates.subdistrictList': officers,

  // a grid's rounds are the community's; a property company's are its own, seen by the community and the compound's bodies
  'patrol.plans': watchers,
  'patrol.get': watchers,
  'patrol.walkers': ['responder', ...workers],
  'patrol.add': ['responder', ...workers],
  'patrol.change': ['responder', ...workers],
  'patrol.codes': ['responder', ...workers],
  'patrol.today': ['gridWorker', 'responder'],
  'patrol.month': watchers,
  'patrol.list': watchers,
  'patrol.export': watchers,
  'round.send': ['gridWorker', 'responder'],
  'round.list': watchers,
  'round.get': watchers,
  'finding.list': watchers,
  'finding.get': watchers,
  'finding.whistle': ['responder', ...fieldWorkers],
  // a compound's meetings are known to all of it; who is invited, was there or keeps one, its rules say
  'series.list': everyRole,
  'series.add': conveners,
  'series.end': conveners,
  'meeting.plan': conveners,
  'meeting.change': conveners,
  'meeting.notice': conveners,
  'meeting.move': conveners,
  'meeting.callOff': conveners,
  'meeting.begin': conveners,
  'meeting.end': conveners,
  'meeting.addItem': conveners,
  'meeting.changeItem': conveners,
  'meeting.dropItem': conveners,
  'meeting.orderItems': conveners,
  'meeting.signIn': 'signedIn',
  'meeting.signInFor': conveners,
  'meeting.undoSignIn': conveners,
  'meeting.presence': 'signedIn',
  'meeting.homes': conveners,
  'meeting.people': conveners,
  'meeting.get': 'signedIn',
  'meeting.list': everyRole,
  'meeting.mine': 'signedIn',
  'meeting.calendar': everyRole,
  'meeting.ics': 'signedIn',
  'meeting.terms': everyRole,
  'meeting.setTerms': ['communityWorker'],

  'minutes.get': 'signedIn',
  'minutes.list': everyRole,
  'minutes.export': 'signedIn',
  'minutes.print': 'signedIn',
  'minutes.write': conveners,
  'minutes.strike': conveners,
  'minutes.open': conveners,
  'minutes.amend': 'signedIn',
  'minutes.answerAmendment': conveners,
  'minutes.sign': 'signedIn',
  'minutes.redraft': conveners,
  'minutes.publish': conveners,
  'minutes.correct': conveners,
  'minutes.object': 'signedIn',
  'minutes.answerObjection': conveners,

  'resolution.list': everyRole,
  'resolution.get': 'signedIn',
  'resolution.write': conveners,
  'resolution.strike': conveners,
  'resolution.progress': conveners,
  'resolution.finish': conveners,
  'resolution.drop': conveners,

  // a word of one's own home: the rows and the relation decide
  'pledge.give': 'signedIn',
  'pledge.withdraw': 'signedIn',
  'pledge.list': 'signedIn',

  // the books of a compound: read by its owners and by whoever keeps or watches them; the rows decide which compound
  'account.open': ['bookkeeper', 'communityWorker'],
  'account.mendOpening': ['bookkeeper', 'communityWorker'],
  'account.list': readers,
  'account.get': readers,
  'account.month': readers,
  'account.forecast': readers,
  'account.add': ['bookkeeper'],
  'account.setTerms': ['committeeDirector', 'communityWorker'],
  'account.setForecast': ['bookkeeper'],
  'entry.list': readers,
  'entry.get': readers,
  'entry.post': ['bookkeeper'],
  'entry.reverse': ['bookkeeper'],
  'entry.mask': ['bookkeeper'],
  'entry.unmasked': ['bookkeeper', ...approvers],
  // a guard of the property company takes money at the gate
  'space.list': [...residents, ...bookStaff],
  'space.setGround': ['bookkeeper', 'committeeDirector'],
  'space.add': ['bookkeeper'],
  'space.setTariff': ['bookkeeper'],
  'space.end': ['bookkeeper'],
  'lease.list': bookStaff,
  'lease.get': [...residents, ...bookStaff],
  'lease.add': gate,
  'lease.end': gate,
  'lease.changePlate': gate,
  'lease.waiting': [...residents, ...bookStaff],
  'lease.wait': [...residents, ...gate],
  'lease.unwait': [...residents, ...gate],
  'charge.list': bookStaff,
  'charge.mine': 'signedIn',
  'charge.fees': readers,
  'charge.addFee': ['bookkeeper'],
  'charge.endFee': ['bookkeeper'],
  'charge.lower': ['bookkeeper'],
  'charge.arrears': readers,
  'receipt.due': bookStaff,
  'receipt.list': bookStaff,
  'receipt.take': gate,
  'receipt.visitor': gate,
  'receipt.deposit': gate,
  'receipt.carry': ['bookkeeper'],
  'receipt.refund': ['bookkeeper'],
  'fund.list': readers,
  'fund.get': readers,
  'fund.receive': ['bookkeeper'],
  'fund.giveBack': ['bookkeeper'],
  'split.list': readers,
  'split.set': ['bookkeeper'],
  'split.settle': ['bookkeeper'],
  'split.pay': ['bookkeeper'],
  'advance.list': readers,
  'advance.get': readers,
  'advance.add': ['bookkeeper'],
  'advance.carry': ['bookkeeper'],
  'advance.repay': ['bookkeeper'],
  'advance.repayEarly': ['bookkeeper'],
  // asked for by one, approved by two people of two bodies
  'spending.list': readers,
  'spending.get': readers,
  'spending.ask': [...gate, ...approvers],
  'spending.approve': approvers,
  'spending.decline': approvers,
  'spending.withdraw': [...gate, ...approvers],
  'spending.pay': ['bookkeeper'],
  'spending.addVoucher': ['bookkeeper'],
  // what was published is everybody's of the community
  'statement.preview': bookStaff,
  'statement.publish': ['bookkeeper'],
  'statement.list': everyRole,
  'statement.get': everyRole,
  'statement.text': everyRole,
  'statement.export': readers,
  'statement.journal': readers,
  'statement.ask': ['owner'],
  'statement.answer': [...gate, ...approvers],
  'statement.open': bookStaff,
  'apportion.preview': [...residents, ...bookStaff],
  'apportion.add': ['bookkeeper', ...approvers],
  'apportion.list': [...residents, ...bookStaff],
  'apportion.get': [...residents, ...bookStaff],
  // Party membership is sensitive: a slip and its receipt are for the unit's liaison, a check-in for its member and the
  // community's workers; the rows decide which. Whoever presents one is somebody with a session and nothing more.
  'slip.units': ['liaison'],
  'slip.issue': ['liaison'],
  'slip.list': ['liaison'],
  'slip.get': ['liaison'],
  'slip.void': ['liaison'],
  'slip.upload': ['liaison'],
  'slip.preview': ['liaison'],
  'slip.roster': ['liaison'],
  'slip.import': ['liaison'],
  'slip.receipts': ['liaison'],
  'slip.confirm': ['liaison'],
  'slip.receipt': 'signedIn',
  'slip.print': 'signedIn',
  'slip.verify': 'anyone',

  'checkin.mine': 'signedIn',
  'checkin.consent': 'signedIn',
  'checkin.withdrawConsent': 'signedIn',
  'checkin.look': 'signedIn',
  'checkin.present': 'signedIn',
  'checkin.again': 'signedIn',
  'checkin.takeBack': 'signedIn',
  'checkin.profile': 'signedIn',
  'checkin.transfer': 'signedIn',
  'checkin.list': ['communityWorker'],
  'checkin.get': 'signedIn',
  'checkin.accept': ['communityWorker'],
  'checkin.return': ['communityWorker'],
  'checkin.register': ['communityWorker'],
  'checkin.correct': ['communityWorker'],
  'checkin.own': 'signedIn',
  'checkin.disown': 'signedIn',
  'checkin.end': ['communityWorker'],
  'checkin.totals': officers,

  'task.add': ['communityWorker'],
  'task.list': ['communityWorker'],
  'task.get': 'signedIn',
  'task.mine': 'signedIn',
  'task.take': 'signedIn',
  'task.leave': 'signedIn',
  'task.choose': ['communityWorker'],
  'task.close': ['communityWorker'],
  'task.cancel': ['communityWorker'],

  'service.signIn': 'signedIn',
  'service.signOut': 'signedIn',
  'service.write': ['communityWorker'],
  'service.close': ['communityWorker'],
  'service.confirm': ['communityWorker'],
  'service.refuse': ['communityWorker'],
  'service.correct': ['communityWorker'],
  'service.list': ['communityWorker'],
  'service.mine': 'signedIn',

  'care.buildings': ['communityWorker'],
  'care.building': ['communityWorker'],
  'care.members': ['communityWorker'],
  'care.propose': ['communityWorker'],
  'care.accept': ['communityWorker'],
  'care.assign': ['communityWorker'],
  'care.end': ['communityWorker'],
  'care.movedIn': ['communityWorker'],
  'care.mine': 'signedIn',
  'care.visit': 'signedIn',
  'care.visits': 'signedIn',

  // agreed by both sides, each for itself
  'project.list': ['liaison', ...workers],
  'project.get': ['liaison', ...workers],
  'project.offer': ['liaison', 'communityWorker'],
  'project.change': ['liaison', 'communityWorker'],
  'project.agree': ['liaison', 'communityWorker'],
  'project.decline': ['liaison', 'communityWorker'],
  'project.step': ['liaison', 'communityWorker'],
  'project.finish': ['liaison', 'communityWorker'],
  'project.needs': ['communityWorker'],
  'project.addNeed': ['communityWorker'],
  'project.dropNeed': ['communityWorker'],
  'project.resources': ['liaison'],
  'project.addResource': ['liaison'],
  'project.dropResource': ['liaison'],

  // the member reads it first; the unit reads what was sent
  'serviceRecord.draw': ['communityWorker'],
  'serviceRecord.list': ['communityWorker'],
  'serviceRecord.get': 'signedIn',
  'serviceRecord.remark': ['communityWorker'],
  'serviceRecord.show': ['communityWorker'],
  'serviceRecord.read': 'signedIn',
  'serviceRecord.send': ['communityWorker'],
  'serviceRecord.showAll': ['communityWorker'],
  'serviceRecord.sendAll': ['communityWorker'],
  'serviceRecord.mine': 'signedIn',
  'serviceRecord.unit': ['liaison'],
  'serviceRecord.export': ['liaison'],

  'inbox.list': 'signedIn',
  'inbox.unread': 'signedIn',
  'inbox.read': 'signedIn',
}

/** Judges a caller over a place: undefined if allowed. What lies in a community unknown to the caller is not found. */
export function judge(
  caller: Caller,
  name: EndpointName,
  place: PlacePath,
): 'not_found' | 'forbidden' | undefined {
  const who = permissions[name]
  if (who === 'anyone' || who === 'signedIn') return undefined
  if (caller.roles.some((held) => who.includes(held.role) && touches(held, place))) return undefined
  if (place.communityId !== undefined && !knows(caller, place.communityId)) return 'not_found'
  return 'forbidden'
}

/** In which role somebody does a thing that they may do; what they are there, where anybody may. */
export function roleFor(caller: Caller, name: EndpointName, place: PlacePath): Role | undefined {
  const who = permissions[name]
  return caller.roles.find(
    (held) => (typeof who === 'string' || who.includes(held.role)) && touches(held, place),
  )?.role
}

/** For screens: may this be offered anywhere in the place? */
export const may = (caller: Caller, name: EndpointName, place: PlacePath = {}): boolean =>
  judge(caller, name, place) === undefined
