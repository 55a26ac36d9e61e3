import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { tieKindWords } from '../../../shared/home/words'
import { sayArea } from '../../../shared/kernel/area'
import { homeKindWords } from '../../../shared/place/modes'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Faces, Heading, PlainButton, Quiet, Refused, Says, Sheet } from '../../kernel/ui'
import { AddTie } from './AddTie'
import { EndTie } from './EndTie'
import { RevealPhone } from './RevealPhone'
import { isOver, sayName } from './says'
import { TieCard } from './TieCard'
import './desk.scss'

type Tie = Output<'home.get'>['ties'][number]
type Doing = { what: 'add' } | { what: 'end' | 'reveal'; tie: Tie }

/** One home: who lives there and since when, and what may be done about it. */
export function HomeDetail(props: { communityId: string; homeId: string }) {
  const { communityId, homeId } = props
  const home = useLoad('home.get', { communityId, homeId })
  const represent = useAct('home.represent')
  const { can } = useMe()
  const [doing, setDoing] = useState<Doing>()
  const [note, setNote] = useState<string>()
  const done = (says: string) => {
    setNote(says)
    setDoing(undefined)
    home.reload()
  }
  const close = () => setDoing(undefined)
  const choose = async (tie: Tie) => {
    const answer = await represent.run({ communityId, homeId, tieId: tie.tieId })
    if (answer) done(`${sayName(tie.name)} 是这一户的表决代表`)
  }

  return (
    <Faces of={home} lines={5}>
      {(data) => {
        const place = { communityId, compoundId: data.compoundId, buildingId: data.buildingId }
        const today = new Date()
        const now = data.ties.filter((t) => !isOver(t.to, today))
        const past = data.ties.filter((t) => isOver(t.to, today))
        const card = (tie: Tie) => (
          <TieCard
            key={tie.tieId}
            tie={tie}
            onReveal={
              can('person.reveal', place) && tie.phone !== null
                ? () => setDoing({ what: 'reveal', tie })
                : undefined
            }
            onRecord={
              can('record.list', { communityId })
                ? () =>
                    go('desk/record', {
                      communityId,
                      subjectId: tie.tieId,
                      title: `${data.label} ${sayName(tie.name)}`,
                    })
                : undefined
            }
            onEnd={
              can('home.endTie', place) && tie.to === null ? () => setDoing({ what: 'end', tie }) : undefined
            }
            onRepresent={
              can('home.represent', place) &&
              tie.kind === 'owner' &&
              !tie.representative &&
              !isOver(tie.to, today)
                ? () => void choose(tie)
                : undefined
            }
          />
        )
        return (
          <View className="d-detail">
            <View>
              <Heading>{data.label}</Heading>
              <Quiet>{`${data.compound} · ${homeKindWords[data.kind]} · ${sayArea(data.areaCentiares)} 平方米`}</Quiet>
            </View>
            {note && <Says tone="pine">{note}</Says>}
            <Refused by={represent.refusal} />
            {data.ties.length === 0 && (
              <Says tone="quiet">这一户还没有登记任何人。可以现在登记，也可以从名册导入。</Says>
            )}
            {now.map(card)}
            {past.length > 0 && <Quiet>以前的登记</Quiet>}
            {past.map(card)}
            <View className="d-acts">
              {can('home.addTie', place) && (
                <PlainButton onTap={() => setDoing({ what: 'add' })}>登记一个人</PlainButton>
              )}
              {can('record.list', { communityId }) && (
                <PlainButton
                  onTap={() => go('desk/record', { communityId, subjectId: homeId, title: data.label })}
                >
                  这一户的办事记录
                </PlainButton>
              )}
            </View>
            <Sheet open={doing?.what === 'add'} title={`${data.label} 登记一个人`} onClose={close}>
              {doing?.what === 'add' && (
                <AddTie
                  communityId={communityId}
                  homeId={homeId}
                  label={data.label}
                  onAdded={done}
                  onClose={close}
                />
              )}
            </Sheet>
            <Sheet open={doing?.what === 'end'} title="结束登记" onClose={close}>
              {doing?.what === 'end' && (
                <EndTie
                  communityId={communityId}
                  homeId={homeId}
                  tieId={doing.tie.tieId}
                  who={sayName(doing.tie.name)}
                  label={`${data.label} ${tieKindWords[doing.tie.kind]}`}
                  onEnded={done}
                  onClose={close}
                />
              )}
            </Sheet>
            <Sheet open={doing?.what === 'reveal'} title="看完整号码" onClose={close}>
              {doing?.what === 'reveal' && (
                <RevealPhone
                  communityId={communityId}
                  homeId={homeId}
                  tieId={doing.tie.tieId}
                  who={sayName(doing.tie.name)}
                  onClose={close}
                />
              )}
            </Sheet>
          </View>
        )
      }}
    </Faces>
  )
}
