import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { sayArea } from '../../shared/kernel/area'
import { sayDay } from '../../shared/kernel/time'
import { managementWords } from '../../shared/place/modes'
import { Card, Chip, Heading, Quiet } from '../kernel/ui'
import { Blocks, Figure } from './Blocks'
import { Keepers } from './Keepers'

type Compound = Output<'place.get'>

/** 27345.12 reads as 27,345.12. */
function inThousands(figure: string): string {
  const [whole = '', part = ''] = figure.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}

/** One compound, as anybody of the community may see it. */
export function CompoundFace({ compound }: { compound: Compound }) {
  const entrances = compound.buildings.reduce((sum, b) => sum + b.entrances.length, 0)
  return (
    <>
      <Card>
        <View>
          <Heading>{compound.name}</Heading>
          <Quiet>
            {compound.buildings.length} 栋 {entrances} 个单元，从{sayDay(compound.from)}起
          </Quiet>
        </View>
        <View>
          <Chip tone="quiet">{managementWords[compound.management]}</Chip>
        </View>
        <View className="figures">
          <Figure name="住宅" value={`${compound.dwellings} 户`} />
          {compound.shops > 0 ? <Figure name="门市" value={`${compound.shops} 间`} /> : null}
          {compound.others > 0 ? <Figure name="其他" value={`${compound.others} 处`} /> : null}
          <Figure name="总面积" value={`${inThousands(sayArea(compound.areaCentiares))} 平方米`} />
        </View>
      </Card>
      {compound.buildings.length > 0 ? (
        <Card>
          <Heading>楼栋</Heading>
          <Blocks buildings={compound.buildings} />
        </Card>
      ) : null}
      <Keepers title="谁在管" keepers={compound.keepers} />
      {compound.before.length > 0 || compound.after.length > 0 ? (
        <Card>
          <Heading>以前和以后</Heading>
          {compound.before.map((b) => (
            <View key={b.compoundId}>
              {sayDay(b.to)}以前是{b.name}
            </View>
          ))}
          {compound.after.map((a) => (
            <View key={a.compoundId}>
              {sayDay(a.from)}起改为{a.name}
            </View>
          ))}
        </Card>
      ) : null}
    </>
  )
}
