import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { goInstead } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import { Card, Heading, MainButton, Refused, Says, TextField } from '../../kernel/ui'
import { HomeField } from './HomeField'
import { homesIn } from './myHomes'
import { ProfileFields } from './ProfileFields'
import type { Checkin } from './words'

/** Returned by the community: corrected and presented again. */
export function Again({ of }: { of: Checkin }) {
  const { me } = useMe()
  const { run, busy, refusal } = useAct('checkin.again')
  const { communityId, checkinId, community, reason } = of
  const [name, setName] = useState(of.name)
  const [homeId, setHome] = useState(of.homeId ?? undefined)
  const [profile, setProfile] = useState(of.profile)
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (name.trim() === '') return
    const answer = await run({ communityId, checkinId, name, profile, ...(homeId && { homeId }) })
    if (answer) goInstead('checkin/mine')
  }
  return (
    <>
      <Card>
        <Heading>{`${community}退回来了`}</Heading>
        <Says tone="vermilion">{`理由：${reason ?? '没有写'}`}</Says>
      </Card>
      <TextField
        label="你的姓名，和单子上写的一样"
        max={30}
        value={name}
        onInput={setName}
        error={tried && name.trim() === '' ? '请填姓名' : undefined}
      />
      <HomeField homes={homesIn(me, communityId)} value={homeId} onChange={setHome} />
      <ProfileFields value={profile} onChange={setProfile} />
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void send()}>
        {`再交给${community}`}
      </MainButton>
    </>
  )
}
