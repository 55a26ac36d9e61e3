import { View } from '@tarojs/components'
import { circleWords } from '../../../shared/meeting/words'
import { Card, Label, Quiet } from '../../kernel/ui'
import type { Meeting } from './words'
import './meeting.scss'

type Office = NonNullable<Meeting['chair']>

export const sayOffice = (of: Office | null): string =>
  of === null
    ? '还没有定'
    : `${of.name === null ? of.office : `${of.office} ${of.name}`}${of.me ? '（你）' : ''}`

/** 9栋, 盐溪桥小区业委会: a place or a person by name, a body by what it is. */
const sayPart = ({ kind, name }: Meeting['circle'][number]): string =>
  name === '' ? circleWords[kind] : name

/** Who is asked to come, who leads and who writes. */
export function Who({ meeting }: { meeting: Meeting }) {
  return (
    <Card>
      <Label>请谁来</Label>
      <View>{meeting.circle.map(sayPart).join('、')}</View>
      {meeting.invited ? <Quiet>也请了你。</Quiet> : null}
      <Quiet>召集：{sayOffice(meeting.convener)}</Quiet>
      <Quiet>主持：{sayOffice(meeting.chair)}</Quiet>
      <Quiet>记录：{sayOffice(meeting.recorder)}</Quiet>
    </Card>
  )
}
