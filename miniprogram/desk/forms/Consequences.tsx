import { View } from '@tarojs/components'
import { Card, Label } from '../../kernel/ui'

/** What will be so after the button, told before it. */
export const Consequences = ({ lines }: { lines: readonly string[] }) => (
  <Card>
    <Label>办完以后</Label>
    {[...new Set(lines)].map((line) => (
      <View key={line}>{`· ${line}`}</View>
    ))}
  </Card>
)
