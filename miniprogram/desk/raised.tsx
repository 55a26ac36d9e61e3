import type { Output } from '../../shared/contract'
import { sayWhen } from '../../shared/kernel/time'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Quiet, Screen } from '../kernel/ui'
import { beside, dueNow, sayState } from '../whistle/parts/words'
import { dueOf } from './parts/due'
import { NotYours } from './parts/NotYours'
import { SubdistrictPick } from './parts/PlacePick'
import { Subdistricts } from './parts/Subdistricts'
import { useSubdistrict } from './parts/subdistrict'
import { WhistleLine } from './parts/WhistleLine'
import { WhistlesBeside } from './parts/WhistlesBeside'
import './parts/desk.scss'

type Raised = Output<'whistle.raised'>['items'][number]

const reasons: Record<string, string> = {
  response: '过了时限还没有人到现场',
  resolution: '过了时限还没有办好',
  reopened: '居民第二次说又坏了',
}
const sayWhy = (w: Raised): string => reasons[w.raisedFor] ?? w.raisedFor

const under = (w: Raised, now: Date): string[] => [
  beside(w.community, w.place),
  `${sayWhen(new Date(w.raisedAt), now)} 上报：${sayWhy(w)}`,
  beside(dueNow(w) !== null && sayState(w.state, false), w.lead),
]

/** What the communities could not settle in time, for the level above. */
export default function RaisedWhistles() {
  const { can } = useMe()
  const here = useSubdistrict('whistle.raised')
  const { subdistrictId } = here
  const allowed = can('whistle.raised')
  const list = useList('whistle.raised', allowed && subdistrictId ? { subdistrictId } : null)

  if (allowed && here.chooses && subdistrictId === undefined)
    return (
      <Screen title="哪个街道上报的事" wide>
        <Subdistricts here={here} onOpen={here.pick} />
      </Screen>
    )
  if (!allowed || subdistrictId === undefined)
    return (
      <Screen title="上报的事">
        <NotYours what="看上报的事" />
      </Screen>
    )
  const now = new Date()
  return (
    <Screen title="上报的事" wide>
      <WhistlesBeside<Raised>
        of={list}
        within={subdistrictId}
        empty={{ says: '没有上报来的事', more: '超过时限还没办好，或居民第二次说又坏了，会报到这里。' }}
        keyOf={(w) => w.whistleId}
        onChanged={list.reload}
        head={
          <>
            <SubdistrictPick here={here} />
            <Quiet>社区超过时限没有办好的，街道在这里看和催办。</Quiet>
          </>
        }
        line={(w, marks) => (
          <WhistleLine
            id={w.whistleId}
            title={w.title}
            under={under(w, now)}
            due={dueOf(w, now)}
            {...marks}
          />
        )}
      />
    </Screen>
  )
}
