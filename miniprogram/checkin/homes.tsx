import { View } from '@tarojs/components'
import { useState } from 'react'
import { visitNeedWords, visitOutcomeWords } from '../../shared/care/words'
import { asVolunteer } from '../../shared/checkin/words'
import { dayOf } from '../../shared/kernel/time'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Chip, Faces, Heading, LinkWord, PlainButton, Quiet, Says, Screen } from '../kernel/ui'
import { beside, sayDayShort } from '../whistle/parts/words'
import { isLong } from './parts/useWaits'
import { type Home, VisitSheet } from './parts/VisitSheet'
import { VisitsSheet } from './parts/Visits'
import '../desk/parts/desk.scss'

function One({ home, now, onVisit, onSee }: { home: Home; now: Date; onVisit(): void; onSee(): void }) {
  const { lastVisit, lastOutcome, lastNeeds, visits } = home
  const long = isLong(home, dayOf(now))
  return (
    <Card>
      <View className="d-headline">
        <Heading>{home.home}</Heading>
        {long ? (
          <Chip tone="vermilion">该去看看了</Chip>
        ) : lastVisit ? (
          <Chip tone="pine">去过</Chip>
        ) : (
          <Chip tone="sun">还没去过</Chip>
        )}
      </View>
      <Quiet>
        {lastVisit === null
          ? `${sayDayShort(home.since, now)}起由你照看，还没有去过`
          : beside(
              `上次 ${sayDayShort(lastVisit, now)}`,
              lastOutcome && visitOutcomeWords[lastOutcome],
              lastNeeds.map((n) => visitNeedWords[n]).join('、'),
            )}
      </Quiet>
      <PlainButton tone="pine" label={`${home.home}，记一次走访`} onTap={onVisit}>
        记一次走访
      </PlainButton>
      {visits > 0 ? (
        <LinkWord label={`${home.home}，看 ${visits} 次走访`} onTap={onSee}>
          {`一共去过 ${visits} 次`}
        </LinkWord>
      ) : null}
    </Card>
  )
}

/** The homes somebody looks after, those nobody has seen for long first. */
export default function MyHomesCared() {
  const mine = useLoad('care.mine', {})
  const [open, setOpen] = useState<{ home: Home; see: boolean }>()
  const [note, setNote] = useState<string>()
  const now = new Date()
  const close = () => setOpen(undefined)
  return (
    <Screen title="我包的几户" offline="没有信号，走访照样能记">
      {note ? <Says tone="pine">{note}</Says> : null}
      <Faces
        of={mine}
        lines={3}
        isEmpty={(data) => data.items.length === 0}
        empty={{
          says: '还没有请你包户',
          more: '社区安排以后，你照看的几户会列在这里。',
          act: '看看别的任务',
          onAct: () => go('checkin/tasks'),
        }}
      >
        {({ items }) => (
          <>
            <Quiet>{`${items.length} 户由你照看，有空去敲敲门，问一声好。`}</Quiet>
            {[...items]
              .sort((a, b) => (a.lastVisit ?? '').localeCompare(b.lastVisit ?? ''))
              .map((home) => (
                <One
                  key={home.linkId}
                  home={home}
                  now={now}
                  onVisit={() => setOpen({ home, see: false })}
                  onSee={() => setOpen({ home, see: true })}
                />
              ))}
            <Says>{`${asVolunteer}。`}</Says>
          </>
        )}
      </Faces>
      {open && !open.see ? (
        <VisitSheet
          home={open.home}
          onClose={close}
          onDone={(says) => {
            close()
            setNote(says)
            mine.reload()
          }}
        />
      ) : null}
      {open?.see ? (
        <VisitsSheet
          communityId={open.home.communityId}
          linkId={open.home.linkId}
          home={open.home.home}
          onClose={close}
        />
      ) : null}
    </Screen>
  )
}
