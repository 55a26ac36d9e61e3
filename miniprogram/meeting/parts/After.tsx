import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Faces, PlainButton, Quiet, Row, Says } from '../../kernel/ui'
import { ActFoot } from './ActFoot'
import { Agenda } from './Agenda'
import { Decided } from './Decided'
import { Head } from './Head'
import { HereCard } from './Here'
import { Who } from './Who'
import type { Meeting } from './words'

/** What came of it, as far as the reader may know: decided first, then the way to what was said. */
function Outcome({ meeting }: { meeting: Meeting }) {
  const { communityId, meetingId } = meeting
  const isWritten = meeting.minutesState !== null
  const minutes = useLoad('minutes.get', isWritten ? { communityId, meetingId } : null)
  if (!isWritten) return <Says>纪要还没有公布。公布以后，定了什么、说了什么都写在这里。</Says>
  return (
    <Faces of={minutes} lines={2}>
      {(data) => (
        <>
          <Decided minutes={data} />
          <Card onTap={() => go('meeting/minutes', { communityId, meetingId })} label="看纪要，说了什么">
            <Row left="看纪要" quiet={`${data.entries.length} 条，${data.says}`} right="打开" />
          </Card>
        </>
      )}
    </Faces>
  )
}

/** When it is over: what was decided, who was there, what had been on the list. */
export function After({ meeting, now }: { meeting: Meeting; now: Date }) {
  const { communityId, meetingId, state, keeps, minutesState } = meeting
  const key = { communityId, meetingId }
  const isDraft = minutesState === 'draft' || minutesState === null
  const main =
    state === 'held' && keeps && minutesState !== 'published'
      ? isDraft
        ? { word: '接着写纪要', onTap: () => go('meeting/write', key) }
        : { word: '看纪要，往下办', onTap: () => go('meeting/minutes', key) }
      : undefined
  return (
    <>
      <Head meeting={meeting} now={now} />
      {state === 'notHeld' ? (
        <Says tone="sun">{`这次没有开。${meeting.reason === null ? '' : `原因：${meeting.reason}`}`}</Says>
      ) : (
        <>
          <Outcome meeting={meeting} />
          <HereCard presence={meeting.presence} title="到会" />
        </>
      )}
      <Agenda meeting={meeting} />
      <Who meeting={meeting} />
      {state === 'held' ? (
        <PlainButton
          onTap={() =>
            go('meeting/resolutions', {
              communityId,
              ...(meeting.compoundId && { compoundId: meeting.compoundId }),
            })
          }
        >
          看定下来的事都办到哪了
        </PlainButton>
      ) : (
        <Quiet>没有开的会也留在记录上。</Quiet>
      )}
      <ActFoot main={main} />
    </>
  )
}
