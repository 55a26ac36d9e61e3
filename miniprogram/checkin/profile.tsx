import { useState } from 'react'
import { useAct } from '../kernel/act'
import { back, go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, MainButton, Quiet, Refused, Screen } from '../kernel/ui'
import { HomeField } from './parts/HomeField'
import { homesIn } from './parts/myHomes'
import { ProfileFields } from './parts/ProfileFields'
import type { Checkin } from './parts/words'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

function Form({ of }: { of: Checkin }) {
  const { me } = useMe()
  const { run, busy, refusal } = useAct('checkin.profile')
  const [profile, setProfile] = useState(of.profile)
  const [homeId, setHome] = useState(of.homeId ?? undefined)
  const { communityId, checkinId, community } = of
  const save = async () => {
    if (await run({ communityId, checkinId, profile, ...(homeId && { homeId }) })) back()
  }
  return (
    <>
      <Quiet>{`只有你和${community}的工作人员看得到，单位看不到。`}</Quiet>
      <HomeField homes={homesIn(me, communityId)} value={homeId} onChange={setHome} />
      <ProfileFields value={profile} onChange={setProfile} />
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void save()}>
        存好
      </MainButton>
    </>
  )
}

/** What a member says of themselves, to be changed at any time. */
export default function ProfilePage() {
  const mine = useLoad('checkin.mine', {})
  return (
    <Screen title="我的特长和时间">
      <Faces
        of={mine}
        lines={4}
        isEmpty={(data) => data.current === null}
        empty={{
          says: '还没有报到',
          more: '报到的时候一起填。',
          act: '去报到',
          onAct: () => go('checkin/mine'),
        }}
      >
        {({ current }) => (current ? <Form key={current.checkinId} of={current} /> : null)}
      </Faces>
    </Screen>
  )
}
