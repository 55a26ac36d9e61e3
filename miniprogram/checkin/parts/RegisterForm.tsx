import { useState } from 'react'
import { consentWords } from '../../../shared/checkin/words'
import { fieldSays } from '../../desk/parts/saidIn'
import { Ticks } from '../../desk/parts/Ticks'
import { useCreate } from '../../desk/parts/useCreate'
import { useAct } from '../../kernel/act'
import { Refusal } from '../../kernel/api'
import { goInstead } from '../../kernel/go'
import { Card, Heading, MainButton, Quiet, Refused, TextField } from '../../kernel/ui'
import { HomeFind } from './HomeFind'
import { newProfile, ProfileFields } from './ProfileFields'
import type { Checkin, Profile } from './words'

const retired: Profile = { ...newProfile, work: { kind: 'none' } }
const tick = (value: string, label: string) => [{ value, label }]

/** A member without office, written down by the community; or put right (`of`), until they take it on themselves. */
export function RegisterForm({ communityId, of }: { communityId: string; of?: Checkin }) {
  const register = useCreate('checkin.register')
  const correct = useAct('checkin.correct')
  const { busy, refusal, clear } = of ? correct : register
  const [name, setName] = useState(of?.name ?? '')
  const [phone, setPhone] = useState('')
  const [noPhone, setNoPhone] = useState<string[]>([])
  const [home, setHome] = useState(
    of?.homeId != null && of.home !== null ? { homeId: of.homeId, label: of.home } : undefined,
  )
  const [profile, setProfile] = useState(of?.profile ?? retired)
  const [agreed, setAgreed] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const two = refusal instanceof Refusal && refusal.code === 'checkin_namesake'

  const save = async () => {
    setTried(true)
    if (name.trim() === '' || (!of && agreed.length === 0)) return
    const typed = phone.trim()
    const said = {
      communityId,
      name,
      profile,
      ...(home && { homeId: home.homeId }),
      ...(two && { sure: true }),
    }
    const made = of
      ? (await correct.run({
          ...said,
          checkinId: of.checkinId,
          ...(noPhone.length > 0 ? { phone: null } : typed && { phone: typed }),
        })) && { id: of.checkinId }
      : await register.create({ ...said, agreed: true, ...(typed && { phone: typed }) })
    if (made) goInstead('checkin/one', { communityId, checkinId: made.id })
  }
  return (
    <>
      <Quiet>
        {of
          ? '写错了的在这里改。本人认下以后，就由本人自己改。'
          : '退休的、没有单位的党员，由社区登记。没有报到单，岗位和包户一样参加。'}
      </Quiet>
      <TextField
        label="姓名"
        max={30}
        value={name}
        onInput={(value) => {
          clear()
          setName(value)
        }}
        error={tried && name.trim() === '' ? '请填姓名' : fieldSays(refusal, 'name')}
      />
      <TextField
        label="手机号（可以不填）"
        type="number"
        max={11}
        value={phone}
        onInput={setPhone}
        error={fieldSays(refusal, 'phone')}
        hint={
          of?.phone ? `现在是 ${of.phone}，不改就空着` : '填了，本人登录后会问一句“是你吗”，认下就能自己看'
        }
      />
      {of?.phone ? (
        <Ticks
          label="号码"
          options={tick('none', '号码不对，先去掉')}
          value={noPhone}
          onChange={setNoPhone}
        />
      ) : null}
      <HomeFind
        communityId={communityId}
        value={home}
        onChange={(next) => {
          clear()
          setHome(next)
        }}
      />
      <ProfileFields value={profile} onChange={setProfile} />
      {of ? null : (
        <Card>
          <Heading>先念给本人听</Heading>
          {consentWords.map((words) => (
            <Quiet key={words}>{words}</Quiet>
          ))}
          <Ticks
            label="本人怎么说"
            options={tick('agreed', '本人同意，当面或书面')}
            value={agreed}
            onChange={setAgreed}
            error={tried && agreed.length === 0 ? '请先征得本人同意' : undefined}
          />
        </Card>
      )}
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void save()}>
        {two ? '确实是两个人' : of ? '改好了' : '登记'}
      </MainButton>
    </>
  )
}
