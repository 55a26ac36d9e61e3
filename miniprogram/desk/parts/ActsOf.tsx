import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Role } from '../../../shared/role/roles'
import { Card, Label, PlainButton } from '../../kernel/ui'
import { actsOf } from './scopes'
import './desk.scss'

const shownAtFirst = 6

/** What a role lets somebody do, from the one table of permissions. */
export function ActsOf({ role, title }: { role: Role; title: string }) {
  const [all, setAll] = useState(false)
  const acts = actsOf(role)
  const shown = all ? acts : acts.slice(0, shownAtFirst)
  return (
    <Card>
      <Label>{title}</Label>
      {shown.map((act) => (
        <View key={act}>{`· ${act}`}</View>
      ))}
      {acts.length > shown.length && (
        <PlainButton onTap={() => setAll(true)}>{`还有 ${acts.length - shown.length} 项`}</PlainButton>
      )}
    </Card>
  )
}
