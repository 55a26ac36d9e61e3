import { View } from '@tarojs/components'
import { useState } from 'react'
import { categories, categoryWords } from '../../../shared/whistle/categories'
import { Card, Label, MainButton, Row, Sheet, Tap, TextField, Toggle } from '../../kernel/ui'
import type { Round } from '../kept/round'
import { type Found, isDanger } from '../parts/found'
import { Stops } from '../parts/Stops'
import { sayWhere } from '../parts/words'
import '../parts/patrol.scss'

/** Where and of what kind: known already, open to a change of mind. */
export function Choices({
  round,
  found,
  change,
}: {
  round: Round
  found: Found
  change: (changes: Partial<Found>) => void
}) {
  const [open, setOpen] = useState<'where' | 'category'>()
  const close = () => setOpen(undefined)
  const where = sayWhere(round, { ...found, spot: found.spot.trim() })
  const kind = categoryWords[found.category]
  return (
    <>
      <Card>
        <Row left="在哪" quiet={where} label={`在哪，${where}，改`} onTap={() => setOpen('where')} />
        <Row left="哪一类" right={kind} label={`哪一类，${kind}，改`} onTap={() => setOpen('category')} />
        <Toggle
          label="危急，吹哨后马上要有人来"
          on={isDanger(found)}
          onChange={(danger) => change({ danger })}
        />
      </Card>
      <Sheet open={open === 'where'} title="在哪" onClose={close}>
        <TextField
          label="具体哪儿（可以不写）"
          hint="例如 二楼到三楼之间"
          value={found.spot}
          onInput={(spot) => change({ spot })}
          max={40}
        />
        <Label>在哪个点，或离哪个点最近</Label>
        <Stops
          stops={round.stops}
          isDone={(s) => s.checkpointId === found.checkpointId}
          doneSays="就在这里"
          onPick={({ checkpointId }) => change({ checkpointId })}
        />
        <MainButton onTap={close}>好了</MainButton>
      </Sheet>
      <Sheet open={open === 'category'} title="哪一类" onClose={close}>
        <View className="t-picks" ariaRole="radiogroup" ariaLabel="哪一类">
          {categories.map((category) => (
            <Tap
              key={category}
              role="radio"
              checked={category === found.category}
              className="k-option"
              onTap={() => {
                change({ category })
                close()
              }}
            >
              {category === found.category ? `✓ ${categoryWords[category]}` : categoryWords[category]}
            </Tap>
          ))}
        </View>
      </Sheet>
    </>
  )
}
