import type { EndpointName } from '../../shared/contract'
import type { Verb } from '../kernel/verb'
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
import { acceptCheckin } from './acceptCheckin'
import { changeProfile } from './changeProfile'
import { endCheckin } from './endCheckin'
import { getCheckin } from './getCheckin'
import { giveConsent } from './giveConsent'
import { listCheckins } from './listCheckins'
import { lookAtSlip } from './lookAtSlip'
import { presentAgain } from './presentAgain'
import { presentSlip } from './presentSlip'
import { readMine } from './readMine'
import { registerMember } from './registerMember'
import { returnCheckin } from './returnCheckin'
import { takeBack } from './takeBack'
import { transferCheckin } from './transferCheckin'
import { unbuilt } from './unbuilt'
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
  'checkin.end': endCheckin,
  ...unbuilt(
    'checkin.totals',
    'task.add',
    'task.list',
    'task.get',
    'task.mine',
    'task.take',
    'task.leave',
    'task.choose',
    'task.close',
    'task.cancel',
    'service.signIn',
    'service.signOut',
    'service.write',
    'service.close',
    'service.confirm',
    'service.refuse',
    'service.correct',
    'service.list',
    'service.mine',
    'care.buildings',
    'care.building',
    'care.members',
    'care.propose',
    'care.accept',
    'care.assign',
    'care.end',
    'care.mine',
    'care.visit',
    'care.visits',
    'project.list',
    'project.get',
    'project.offer',
    'project.change',
    'project.agree',
    'project.decline',
    'project.step',
    'project.finish',
    'project.needs',
    'project.addNeed',
    'project.dropNeed',
    'project.resources',
    'project.addResource',
    'project.dropResource',
    'serviceRecord.draw',
    'serviceRecord.list',
    'serviceRecord.get',
    'serviceRecord.remark',
    'serviceRecord.show',
    'serviceRecord.read',
    'serviceRecord.send',
    'serviceRecord.mine',
    'serviceRecord.unit',
    'serviceRecord.export',
  ),
})
