import { useState } from 'react'
import { asVolunteer } from '../../shared/checkin/words'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Faces, Quiet, Says, Screen } from '../kernel/ui'
import { CaredHomes } from './parts/CaredHomes'
import { type Home, VisitSheet } from './parts/VisitSheet'
import { VisitsSheet } from './parts/Visits'
import '../desk/parts/desk.scss'

/** The homes somebody looks after, those nobody has seen for long first. */
export default function MyHomesCared() {
  const mine = useLoad('care.mine', {})
  const [open, setOpen] = useState<{ home: Home; see: boolean }>()
  const [note, setNote] = useState<string>()
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
            <CaredHomes
              items={items}
              onVisit={(home) => setOpen({ home, see: false })}
              onSee={(home) => setOpen({ home, see: true })}
            />
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
