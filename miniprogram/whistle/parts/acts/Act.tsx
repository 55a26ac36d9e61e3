import type { Outcome } from '../../../../shared/whistle/states'
import type { ActName } from '../actsFor'
import { AcceptAct } from './AcceptAct'
import type { ActProps } from './ActSheet'
import { CloseAct } from './CloseAct'
import { DecideDisputeAct } from './DecideDisputeAct'
import { DispatchAct } from './DispatchAct'
import { EvidenceAct } from './EvidenceAct'
import { ExtendAct } from './ExtendAct'
import { FollowUpAct } from './FollowUpAct'
import { HandOnAct } from './HandOnAct'
import { JoinAct } from './JoinAct'
import { MergeAct } from './MergeAct'
import { ReportAct } from './ReportAct'
import { RevealAct } from './RevealAct'
import { TableAct } from './TableAct'
import { UntableAct } from './UntableAct'
import { WordsAct } from './WordsAct'

/** What is being done in a sheet over the whistle. */
export interface Doing {
  act: ActName | 'handOn' | 'reveal'
  outcome?: Outcome
  /** Of several who rang, which. */
  callerId?: string
}

/** The form of every act. */
export function Act({ doing, ...props }: ActProps & { doing: Doing }) {
  switch (doing.act) {
    case 'askBack':
    case 'reject':
    case 'withdraw':
    case 'dispute':
    case 'respond':
    case 'reopen':
      return <WordsAct key={doing.act} name={doing.act} {...props} />
    case 'answer':
    case 'resolve':
      return <EvidenceAct key={doing.act} name={doing.act} {...props} />
    case 'accept':
      return <AcceptAct {...props} />
    case 'dispatch':
      return <DispatchAct {...props} />
    case 'decideDispute':
      return <DecideDisputeAct {...props} />
    case 'merge':
      return <MergeAct {...props} />
    case 'extend':
      return <ExtendAct {...props} />
    case 'followUp':
      return <FollowUpAct {...props} asked={doing.outcome} />
    case 'close':
      return <CloseAct {...props} />
    case 'table':
      return <TableAct {...props} />
    case 'untable':
      return <UntableAct {...props} />
    case 'join':
      return <JoinAct {...props} />
    case 'report':
      return <ReportAct {...props} />
    case 'handOn':
      return <HandOnAct {...props} />
    case 'reveal':
      return <RevealAct {...props} callerId={doing.callerId} />
  }
}
