import type { EndpointName } from '../../shared/contract'
import { addAdvance } from '../advance/addAdvance'
import { carryAdvance } from '../advance/carryAdvance'
import { getAdvance } from '../advance/getAdvance'
import { listAdvances } from '../advance/listAdvances'
import { repayAdvance } from '../advance/repayAdvance'
import { repayEarly } from '../advance/repayEarly'
import { addApportionment } from '../apportion/addApportionment'
import { getApportionment } from '../apportion/getApportionment'
import { listApportionments } from '../apportion/listApportionments'
import { previewShares } from '../apportion/previewShares'
import { addFee } from '../charge/addFee'
import { endFee } from '../charge/endFee'
import { listArrears } from '../charge/listArrears'
import { listCharges } from '../charge/listCharges'
import { listFees } from '../charge/listFees'
import { listMyCharges } from '../charge/listMine'
import { lowerCharge } from '../charge/lowerCharge'
import { getEntry } from '../entry/getEntry'
import { listEntries } from '../entry/listEntries'
import { listUnmasked } from '../entry/listUnmasked'
import { maskVoucher } from '../entry/maskVoucher'
import { postByHand } from '../entry/postByHand'
import { reverseEntry } from '../entry/reverseEntry'
import { getFund } from '../fund/getFund'
import { giveBack } from '../fund/giveBack'
import { listFunds } from '../fund/listFunds'
import { receiveFund } from '../fund/receiveFund'
import type { Verb } from '../kernel/verb'
import { addLease } from '../lease/addLease'
import { changePlate } from '../lease/changePlate'
import { endLease } from '../lease/endLease'
import { getLease } from '../lease/getLease'
import { joinLine } from '../lease/joinLine'
import { leaveLine } from '../lease/leaveLine'
import { listLeases } from '../lease/listLeases'
import { listWaiting } from '../lease/listWaiting'
import { carryReceipt } from '../receipt/carryReceipt'
import { listReceipts } from '../receipt/listReceipts'
import { readDue } from '../receipt/readDue'
import { refund } from '../receipt/refund'
import { takeDeposit } from '../receipt/takeDeposit'
import { takeReceipt } from '../receipt/takeReceipt'
import { takeVisitor } from '../receipt/takeVisitor'
import { addSpaces } from '../space/addSpaces'
import { endSpace } from '../space/endSpace'
import { listSpaces } from '../space/listSpaces'
import { setParkingGround } from '../space/setGround'
import { setTariff } from '../space/setTariff'
import { addVoucher } from '../spending/addVoucher'
import { approveSpending } from '../spending/approveSpending'
import { askSpending } from '../spending/askSpending'
import { declineSpending } from '../spending/declineSpending'
import { getSpending } from '../spending/getSpending'
import { listSpendings } from '../spending/listSpendings'
import { paySpending } from '../spending/paySpending'
import { withdrawSpending } from '../spending/withdrawSpending'
import { listSplits } from '../split/listSplits'
import { payManager } from '../split/payManager'
import { setSplit } from '../split/setSplit'
import { settleMonth } from '../split/settleMonth'
import { answerQuestion } from '../statement/answerQuestion'
import { askQuestion } from '../statement/askQuestion'
import { exportJournal } from '../statement/exportJournal'
import { exportStatement } from '../statement/exportStatement'
import { getStatement } from '../statement/getStatement'
import { listOpenQuestions } from '../statement/listOpen'
import { listStatements } from '../statement/listStatements'
import { previewStatement } from '../statement/previewStatement'
import { publishStatement } from '../statement/publishStatement'
import { readStatementText } from '../statement/readText'
import { addAccount } from './addAccount'
import { readForecast } from './forecast/readForecast'
import { setForecast } from './forecast/setForecast'
import { getAccount } from './getAccount'
import { listAccounts } from './listAccounts'
import { mendOpening } from './mendOpening'
import { openBooks } from './openBooks'
import { readMoney } from './readMonth'
import { setBooksTerms } from './setTerms'

/** Books, what is let and owed, what came in and went out, and what is published of it. */
export const moneyVerbs = {
  'account.list': listAccounts,
  'account.add': addAccount,
  'account.open': openBooks,
  'account.mendOpening': mendOpening,
  'account.month': readMoney,
  'account.setTerms': setBooksTerms,
  'account.get': getAccount,
  'account.forecast': readForecast,
  'account.setForecast': setForecast,
  'entry.reverse': reverseEntry,
  'entry.post': postByHand,
  'entry.mask': maskVoucher,
  'entry.get': getEntry,
  'entry.unmasked': listUnmasked,
  'entry.list': listEntries,
  'space.add': addSpaces,
  'space.setGround': setParkingGround,
  'space.end': endSpace,
  'space.setTariff': setTariff,
  'space.list': listSpaces,
  'lease.list': listLeases,
  'lease.add': addLease,
  'lease.waiting': listWaiting,
  'lease.changePlate': changePlate,
  'lease.unwait': leaveLine,
  'lease.end': endLease,
  'lease.wait': joinLine,
  'lease.get': getLease,
  'charge.lower': lowerCharge,
  'charge.fees': listFees,
  'charge.endFee': endFee,
  'charge.arrears': listArrears,
  'charge.addFee': addFee,
  'charge.list': listCharges,
  'charge.mine': listMyCharges,
  'receipt.deposit': takeDeposit,
  'receipt.carry': carryReceipt,
  'receipt.list': listReceipts,
  'receipt.visitor': takeVisitor,
  'receipt.take': takeReceipt,
  'receipt.refund': refund,
  'receipt.due': readDue,
  'fund.get': getFund,
  'fund.receive': receiveFund,
  'fund.list': listFunds,
  'fund.giveBack': giveBack,
  'split.pay': payManager,
  'split.list': listSplits,
  'split.settle': settleMonth,
  'split.set': setSplit,
  'advance.add': addAdvance,
  'advance.carry': carryAdvance,
  'advance.get': getAdvance,
  'advance.repayEarly': repayEarly,
  'advance.list': listAdvances,
  'advance.repay': repayAdvance,
  'spending.addVoucher': addVoucher,
  'spending.approve': approveSpending,
  'spending.ask': askSpending,
  'spending.decline': declineSpending,
  'spending.get': getSpending,
  'spending.list': listSpendings,
  'spending.pay': paySpending,
  'spending.withdraw': withdrawSpending,
  'statement.answer': answerQuestion,
  'statement.ask': askQuestion,
  'statement.journal': exportJournal,
  'statement.export': exportStatement,
  'statement.get': getStatement,
  'statement.open': listOpenQuestions,
  'statement.list': listStatements,
  'statement.preview': previewStatement,
  'statement.publish': publishStatement,
  'statement.text': readStatementText,
  'apportion.add': addApportionment,
  'apportion.get': getApportionment,
  'apportion.list': listApportionments,
  'apportion.preview': previewShares,
} satisfies Partial<Record<EndpointName, Verb>>
