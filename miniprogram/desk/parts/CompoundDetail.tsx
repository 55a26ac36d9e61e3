import { View } from '@tarojs/components'
import { sayDay } from '../../../shared/kernel/time'
import { managementWords } from '../../../shared/place/modes'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Card, Chip, Faces, Heading, Label, PlainButton, Quiet, Row } from '../../kernel/ui'
import { sayCount, saySquareMetres } from './says'
import type { Tree } from './treeOf'
import './desk.scss'

/** One compound: what it is made of, who looks after it, what became of it, and what may be changed. */
export function CompoundDetail(props: { communityId: string; compoundId: string; grids: Tree['grids'] }) {
  const { communityId, compoundId, grids } = props
  const compound = useLoad('place.get', { communityId, compoundId })
  const { can } = useMe()
  const place = { communityId, compoundId }
  const edit = (kind: string, more: Record<string, string> = {}) =>
    go('desk/place-edit', { kind, communityId, compoundId, ...more })
  const gridName = (gridId: string | null) => grids.find((g) => g.gridId === gridId)?.name ?? '还没有划到网格'

  return (
    <Faces of={compound} lines={5}>
      {(data) => {
        const counts = [
          [data.dwellings, '户住宅'],
          [data.shops, '间门市'],
          [data.others, '处其他'],
        ] as const
        const made = counts
          .filter(([count]) => count > 0)
          .map(([count, what]) => `${sayCount(count)} ${what}`)
        const stands = data.to === null
        return (
          <View className="d-detail">
            <View className="d-headline">
              <View className="d-grow">
                <Heading>{data.name}</Heading>
                <Quiet>{made.length > 0 ? made.join('，') : '还没有登记住户'}</Quiet>
                {data.areaCentiares > 0 && (
                  <Quiet>{`一共 ${saySquareMetres(data.areaCentiares)} 平方米`}</Quiet>
                )}
              </View>
              <Chip tone={stands ? 'pine' : 'quiet'}>
                {stands ? managementWords[data.management] : '已合并或拆分'}
              </Chip>
            </View>
            <Card>
              <Row left="从哪天起" right={sayDay(data.from)} />
              {data.keepers.map((k) => (
                <Row
                  key={`${k.role} ${k.name} ${k.scopeName}`}
                  left={k.name}
                  quiet={k.scopeName}
                  right={k.role}
                />
              ))}
            </Card>
            <Card>
              <Label>楼栋</Label>
              {data.buildings.length === 0 && (
                <Quiet>还没有登记楼栋。可以一栋一栋登记，也可以从名册导入。</Quiet>
              )}
              {data.buildings.map((b) => (
                <Row
                  key={b.buildingId}
                  left={b.name}
                  quiet={[b.entrances.map((e) => e.name).join('、'), gridName(b.gridId)]
                    .filter(Boolean)
                    .join(' · ')}
                  right={`${sayCount(b.homes)} 户`}
                  label={`${b.name}，${b.homes} 户，看住户`}
                  onTap={
                    can('home.list', place)
                      ? () => go('desk/homes', { communityId, compoundId, buildingId: b.buildingId })
                      : undefined
                  }
                />
              ))}
            </Card>
            {data.before.length + data.after.length > 0 && (
              <Card>
                <Label>来历</Label>
                {data.before.map((b) => (
                  <Row key={b.compoundId} left={b.name} quiet={`以前的小区，到${sayDay(b.to)}为止`} />
                ))}
                {data.after.map((a) => (
                  <Row key={a.compoundId} left={a.name} quiet={`后来的小区，${sayDay(a.from)}起`} />
                ))}
              </Card>
            )}
            <View className="d-acts is-small">
              {stands && can('place.addBuilding', place) && (
                <PlainButton onTap={() => edit('building')}>登记一栋楼</PlainButton>
              )}
              {stands && data.buildings.length > 0 && can('place.addHome', place) && (
                <PlainButton onTap={() => edit('home')}>登记一户</PlainButton>
              )}
              {stands && can('roll.upload', place) && (
                <PlainButton onTap={() => go('desk/roll', { communityId, compoundId })}>导入名册</PlainButton>
              )}
              {data.buildings.length > 0 && can('place.codes', place) && (
                <PlainButton onTap={() => go('desk/codes', { communityId, compoundId })}>二维码</PlainButton>
              )}
              {stands && can('place.setManagement', place) && (
                <PlainButton
                  onTap={() => edit('management', { management: data.management, name: data.name })}
                >
                  改管理方式
                </PlainButton>
              )}
              {stands && data.buildings.length > 1 && can('place.split', place) && (
                <PlainButton onTap={() => edit('split')}>拆成几个小区</PlainButton>
              )}
              {can('record.list', { communityId }) && (
                <PlainButton
                  onTap={() => go('desk/record', { communityId, subjectId: compoundId, title: data.name })}
                >
                  办事记录
                </PlainButton>
              )}
            </View>
          </View>
        )
      }}
    </Faces>
  )
}
