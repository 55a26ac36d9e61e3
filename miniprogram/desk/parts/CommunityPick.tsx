import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice, Row, Sheet, TextField } from '../../kernel/ui'
import type { CommunityHere } from './community'

const findFrom = 8

/** Which community is being worked on. Not shown to those who have only one. */
export function CommunityPick({ here }: { here: CommunityHere }) {
  const [open, setOpen] = useState(false)
  const [find, setFind] = useState('')
  if (here.communities.length < 2) return null
  const shown = here.communities.filter((c) => c.label.includes(find.trim()))
  return (
    <View>
      <Row
        left={here.name}
        right="换一个社区"
        label={`现在是${here.name}，换一个社区`}
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title="换一个社区" onClose={() => setOpen(false)}>
        {here.communities.length > findFrom && (
          <TextField label="找社区" value={find} onInput={setFind} max={20} />
        )}
        <Choice
          label="社区"
          options={shown}
          value={here.communityId}
          onChange={(communityId) => {
            here.pick(communityId)
            setOpen(false)
          }}
        />
      </Sheet>
    </View>
  )
}
