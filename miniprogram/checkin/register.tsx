import { useState } from 'react'
import { consentWords } from '../../shared/checkin/words'
import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { fieldSays } from '../desk/parts/saidIn'
import { Ticks } from '../desk/parts/Ticks'
import { useCreate } from '../desk/parts/useCreate'
import { goInstead } from '../kernel/go'
import { Card, Heading, MainButton, Quiet, Refused, Screen, TextField } from '../kernel/ui'
import { HomeFind } from './parts/HomeFind'
import { newProfile, ProfileFields } from './parts/ProfileFields'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

/** A member without office: no unit and no slip, and their word given on paper or in person. */
export default function Register() {
  const here = useCommunity('checkin.register')
  const { communityId } = here
  const { create, busy, refusal } = useCreate('checkin.register')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [home, setHome] = useState<{ homeId: string; label: string }>()
  const [profile, setProfile] = useState({
    ...newProfile,
    work: { kind: 'none' as const },
  } as typeof newProfile)
  const [agreed, setAgreed] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  if (communityId === undefined)
    return (
      <Screen title="登记无职党员">
        <NotYours what="登记无职党员" />
      </Screen>
    )
  const save = async () => {
    setTried(true)
    if (name.trim() === '' || agreed.length === 0) return
    const made = await create({
      communityId,
      name,
      profile,
      agreed: true,
      ...(phone.trim() && { phone: phone.trim() }),
      ...(home && { homeId: home.homeId }),
    })
    if (made) goInstead('checkin/one', { communityId, checkinId: made.id })
  }
  return (
    <Screen title="登记无职党员">
      <CommunityPick here={here} />
      <Quiet>退休的、没有单位的党员，由社区登记。没有报到单，岗位和包户一样参加。</Quiet>
      <TextField
        label="姓名"
        max={30}
        value={name}
        onInput={setName}
        error={tried && name.trim() === '' ? '请填姓名' : fieldSays(refusal, 'name')}
      />
      <TextField
        label="手机号（可以不填）"
        type="number"
        max={11}
        value={phone}
        onInput={setPhone}
        error={fieldSays(refusal, 'phone')}
        hint="填了，本人登录后会问是不是他，认下就能自己看"
      />
      <HomeFind communityId={communityId} value={home} onChange={setHome} />
      <ProfileFields value={profile} onChange={setProfile} />
      <Card>
        <Heading>先念给本人听</Heading>
        {consentWords.map((words) => (
          <Quiet key={words}>{words}</Quiet>
        ))}
        <Ticks
          label="本人怎么说"
          options={[{ value: 'agreed', label: '本人同意，当面或书面' }]}
          value={agreed}
          onChange={setAgreed}
          error={tried && agreed.length === 0 ? '请先征得本人同意' : undefined}
        />
      </Card>
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void save()}>
        登记
      </MainButton>
    </Screen>
  )
}
