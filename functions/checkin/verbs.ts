import type { EndpointName } from '../../shared/contract'
import { acceptProposal } from '../care/acceptProposal'
import { assignHome } from '../care/assignHome'
import { endCare } from '../care/endCare'
import { listCareBuildings } from '../care/listBuildings'
import { listCarers } from '../care/listMembers'
import { listMyHomes } from '../care/listMine'
import { listVisits } from '../care/listVisits'
import { moveInAgain } from '../care/moveIn'
import { proposeLinks } from '../care/proposeLinks'
import { readCareBuilding } from '../care/readBuilding'
import { visitHome } from '../care/visitHome'
import type { Verb } from '../kernel/verb'
import { addNeed } from '../project/addNeed'
import { addResource } from '../project/addResource'
import { agreeToProject } from '../project/agreeToProject'
import { changeProject } from '../project/changeProject'
import { declineProject } from '../project/declineProject'
import { dropNeed } from '../project/dropNeed'
import { dropResource } from '../project/dropResource'
import { finishProject } from '../project/finishProject'
import { getProject } from '../project/getProject'
import { listNeeds } from '../project/listNeeds'
import { listProjects } from '../project/listProjects'
import { listResources } from '../project/listResources'
import { offerProject } from '../project/offerProject'
import { stepProject } from '../project/stepProject'
import { closeService } from '../service/closeService'
import { confirmService } from '../service/confirmService'
import { correctService } from '../service/correctService'
import { listMyServices } from '../service/listMine'
import { listServices } from '../service/listServices'
import { refuseService } from '../service/refuseService'
import { signInToServe } from '../service/signIn'
import { signOutOfService } from '../service/signOut'
import { writeService } from '../service/writeService'
import { drawRecords } from '../serviceRecord/drawRecords'
import { exportRecords } from '../serviceRecord/exportRecords'
import { getRecord } from '../serviceRecord/getRecord'
import { listMyRecords } from '../serviceRecord/listMine'
import { listRecordsOfUnit } from '../serviceRecord/listOfUnit'
import { listRecords } from '../serviceRecord/listRecords'
import { readRecord } from '../serviceRecord/readRecord'
import { remarkRecord } from '../serviceRecord/remarkRecord'
import { sendAll } from '../serviceRecord/sendAll'
import { sendRecord } from '../serviceRecord/sendRecord'
import { showAll } from '../serviceRecord/showAll'
import { showToMember } from '../serviceRecord/showToMember'
import { confirmReceipt } from '../slip/confirmReceipt'
import { getReceipt } from '../slip/getReceipt'
import { getRoster } from '../slip/getRoster'
import { getSlip } from '../slip/getSlip'
import { importRoster } from '../slip/importRoster'
import { issueSlip } from '../slip/issueSlip'
import { listReceipts } from '../slip/listReceipts'
import { listSlips } from '../slip/listSlips'
import { listUnits } from '../slip/listUnits'
import { openRoster } from '../slip/openRoster'
import { previewRoster } from '../slip/previewRoster'
import { printReceipt } from '../slip/printReceipt'
import { verifyReceipt } from '../slip/verifyReceipt'
import { voidSlip } from '../slip/voidSlip'
import { addTask } from '../task/addTask'
import { cancelTask } from '../task/cancelTask'
import { chooseTaker } from '../task/chooseTaker'
import { closeTask } from '../task/closeTask'
import { getTask } from '../task/getTask'
import { leaveTask } from '../task/leaveTask'
import { listForMe } from '../task/listForMe'
import { listTasks } from '../task/listTasks'
import { takeTask } from '../task/takeTask'
import { acceptCheckin } from './acceptCheckin'
import { changeProfile } from './changeProfile'
import { correctRegistered } from './correctRegistered'
import { disownRegistered } from './disownRegistered'
import { endCheckin } from './endCheckin'
import { getCheckin } from './getCheckin'
import { giveConsent } from './giveConsent'
import { listCheckins } from './listCheckins'
import { lookAtSlip } from './lookAtSlip'
import { ownRegistered } from './ownRegistered'
import { presentAgain } from './presentAgain'
import { presentSlip } from './presentSlip'
import { readMine } from './readMine'
import { readTotals } from './readTotals'
import { registerMember } from './registerMember'
import { returnCheckin } from './returnCheckin'
import { takeBack } from './takeBack'
import { transferCheckin } from './transferCheckin'
import { withdrawConsent } from './withdrawConsent'

const named = <N extends EndpointName>(verbs: Record<N, Verb>) => verbs

/** The verbs of all that belongs to checking in. */
export const checkinVerbs = named({
  'slip.units': listUnits,
  'slip.issue': issueSlip,
  'slip.list': listSlips,
  'slip.get': getSlip,
  'slip.void': voidSlip,
  'slip.upload': openRoster,
  'slip.preview': previewRoster,
  'slip.roster': getRoster,
  'slip.import': importRoster,
  'slip.receipts': listReceipts,
  'slip.confirm': confirmReceipt,
  'slip.receipt': getReceipt,
  'slip.print': printReceipt,
  'slip.verify': verifyReceipt,
  'checkin.mine': readMine,
  'checkin.consent': giveConsent,
  'checkin.withdrawConsent': withdrawConsent,
  'checkin.look': lookAtSlip,
  'checkin.present': presentSlip,
  'checkin.again': presentAgain,
  'checkin.takeBack': takeBack,
  'checkin.profile': changeProfile,
  'checkin.transfer': transferCheckin,
  'checkin.list': listCheckins,
  'checkin.get': getCheckin,
  'checkin.accept': acceptCheckin,
  'checkin.return': returnCheckin,
  'checkin.register': registerMember,
  'checkin.correct': correctRegistered,
  'checkin.own': ownRegistered,
  'checkin.disown': disownRegistered,
  'checkin.end': endCheckin,
  'task.add': addTask,
  'task.list': listTasks,
  'task.get': getTask,
  'task.mine': listForMe,
  'task.take': takeTask,
  'task.leave': leaveTask,
  'task.choose': chooseTaker,
  'task.close': closeTask,
  'task.cancel': cancelTask,
  'service.signIn': signInToServe,
  'service.signOut': signOutOfService,
  'service.write': writeService,
  'service.close': closeService,
  'service.confirm': confirmService,
  'service.refuse': refuseService,
  'service.correct': correctService,
  'service.list': listServices,
  'service.mine': listMyServices,
  'care.buildings': listCareBuildings,
  'care.building': readCareBuilding,
  'care.members': listCarers,
  'care.propose': proposeLinks,
  'care.accept': acceptProposal,
  'care.assign': assignHome,
  'care.end': endCare,
  'care.movedIn': moveInAgain,
  'care.mine': listMyHomes,
  'care.visit': visitHome,
  'care.visits': listVisits,
  'project.list': listProjects,
  'project.get': getProject,
  'project.offer': offerProject,
  'project.change': changeProject,
  'project.agree': agreeToProject,
  'project.decline': declineProject,
  'project.step': stepProject,
  'project.finish': finishProject,
  'project.needs': listNeeds,
  'project.addNeed': addNeed,
  'project.dropNeed': dropNeed,
  'project.resources': listResources,
  'project.addResource': addResource,
  'project.dropResource': dropResource,
  'serviceRecord.draw': drawRecords,
  'serviceRecord.list': listRecords,
  'serviceRecord.get': getRecord,
  'serviceRecord.remark': remarkRecord,
  'serviceRecord.show': showToMember,
  'serviceRecord.read': readRecord,
  'serviceRecord.send': sendRecord,
  'serviceRecord.showAll': showAll,
  'serviceRecord.sendAll': sendAll,
  'serviceRecord.mine': listMyRecords,
  'serviceRecord.unit': listRecordsOfUnit,
  'serviceRecord.export': exportRecords,
  'checkin.totals': readTotals,
})
