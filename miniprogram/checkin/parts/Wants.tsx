import { View } from '@tarojs/components'
import { useState } from 'react'
import type { WantKind } from '../../../shared/project/states'
import { wantKindWords } from '../../../shared/project/words'
import { useCreate } from '../../desk/parts/useCreate'
import { useAct } from '../../kernel/act'
import { go, type Params } from '../../kernel/go'
import { type Loaded, useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Heading, MainButton, PlainButton, Quiet, Refused, Row } from '../../kernel/ui'
import { AddWant } from './AddWant'

interface Want {
  id: string
  kind: WantKind
  words: string
}
interface Match {
  key: string
  who: string
  words: string
  /** A project made of the two. */
  offer: Params
}

function List<T extends Want>(props: {
  of: Loaded<{ items: T[] }>
  empty: { says: string; more: string }
  add: string
  none: string
  onAdd(): void
  onDrop(id: string): void
  matchesOf(want: T): Match[]
}) {
  return (
    <>
      <MainButton onTap={props.onAdd}>{props.add}</MainButton>
      <Faces of={props.of} lines={2} isEmpty={(data) => data.items.length === 0} empty={props.empty}>
        {({ items }) => (
          <>
            {items.map((w) => {
              const matches = props.matchesOf(w)
              return (
                <Card key={w.id}>
                  <View className="d-headline">
                    <Heading>{w.words}</Heading>
                    <Chip tone="quiet">{wantKindWords[w.kind]}</Chip>
                  </View>
                  {matches.length === 0 ? <Quiet>{props.none}</Quiet> : null}
                  {matches.map((m) => (
                    <Row
                      key={m.key}
                      left={m.who}
                      quiet={m.words}
                      right="提项目"
                      label={`${m.who}，${m.words}，提一个项目`}
                      onTap={() => go('checkin/project-edit', m.offer)}
                    />
                  ))}
                  <PlainButton label={`收起“${w.words}”`} onTap={() => props.onDrop(w.id)}>
                    不需要列着了，收起来
                  </PlainButton>
                </Card>
              )
            })}
          </>
        )}
      </Faces>
    </>
  )
}

export function Needs({ communityId }: { communityId: string }) {
  const needs = useLoad('project.needs', { communityId })
  const add = useCreate('project.addNeed')
  const drop = useAct('project.dropNeed')
  const [adds, setAdds] = useState(false)
  return (
    <>
      <List
        of={needs}
        empty={{ says: '还没有写需求', more: '写上社区缺什么，有这类资源的单位会对上。' }}
        add="写一条需求"
        none="还没有单位有这一类资源。"
        onAdd={() => setAdds(true)}
        onDrop={(needId) => void drop.run({ communityId, needId }).then((done) => done && needs.reload())}
        matchesOf={(w) =>
          w.matches.map((m) => ({
            key: m.resourceId,
            who: m.unit,
            words: m.words,
            offer: {
              communityId,
              unitId: m.unitId,
              unit: m.unit,
              kind: w.kind,
              need: w.words,
              resource: m.words,
            },
          }))
        }
      />
      <Refused by={drop.refusal} />
      {adds ? (
        <AddWant
          title="社区需要什么"
          busy={add.busy}
          refusal={add.refusal}
          onClose={() => setAdds(false)}
          onAdd={(kind, words) =>
            void add.create({ communityId, kind, words }).then((made) => {
              if (!made) return
              setAdds(false)
              needs.reload()
            })
          }
        />
      ) : null}
    </>
  )
}

export function Resources({ unitId, unit }: { unitId: string; unit: string }) {
  const resources = useLoad('project.resources', { unitId })
  const add = useCreate('project.addResource')
  const drop = useAct('project.dropResource')
  const [adds, setAdds] = useState(false)
  return (
    <>
      <List
        of={resources}
        empty={{ says: '还没有写资源', more: '写上单位能出什么，有这类需求的社区会对上。' }}
        add="写一条资源"
        none="还没有社区需要这一类。"
        onAdd={() => setAdds(true)}
        onDrop={(resourceId) =>
          void drop.run({ unitId, resourceId }).then((done) => done && resources.reload())
        }
        matchesOf={(w) =>
          w.matches.map((m) => ({
            key: m.needId,
            who: m.community,
            words: m.words,
            offer: {
              ...{ communityId: m.communityId, community: m.community, unitId, unit },
              ...{ kind: w.kind, need: m.words, resource: w.words },
            },
          }))
        }
      />
      <Refused by={drop.refusal} />
      {adds ? (
        <AddWant
          title="单位能出什么"
          busy={add.busy}
          refusal={add.refusal}
          onClose={() => setAdds(false)}
          onAdd={(kind, words) =>
            void add.create({ unitId, kind, words }).then((made) => {
              if (!made) return
              setAdds(false)
              resources.reload()
            })
          }
        />
      ) : null}
    </>
  )
}
