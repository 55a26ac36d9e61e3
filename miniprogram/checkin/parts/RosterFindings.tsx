import { View } from '@tarojs/components'
import { saveCsv } from '../../desk/parts/csv'
import { sayCount } from '../../desk/parts/says'
import { isBrowser } from '../../kernel/device'
import { Card, Chip, Heading, PlainButton, Quiet, Row } from '../../kernel/ui'
import type { RosterView } from './useRoster'
import '../../desk/parts/desk.scss'

const shownAtMost = 100

/** Every bad line with its number and what is wrong with it. */
export function RosterProblems({ view }: { view: RosterView }) {
  const shown = view.problems.slice(0, shownAtMost)
  return (
    <Card>
      <View className="d-headline">
        <Heading>{`有 ${sayCount(view.bad)} 行要改`}</Heading>
        <Chip tone="vermilion">一张也没有开</Chip>
      </View>
      <Quiet>行号和表格里的一样，第 1 行是列名。</Quiet>
      {shown.map((p) => (
        <Row
          key={`${p.line} ${p.field} ${p.reason}`}
          left={`第 ${sayCount(p.line)} 行${p.field === '' ? '' : ` · ${p.field}`}`}
          quiet={p.reason}
        />
      ))}
      {view.bad > shown.length ? (
        <Quiet>{`先列出 ${shown.length} 处，改好后重新上传，会再核对一遍。`}</Quiet>
      ) : null}
    </Card>
  )
}

export const opensNothing = ({ adds }: RosterView): boolean => adds !== null && adds.slips === 0

/** How many slips taking it in opens, or has opened. */
export function RosterAdds({ view, done }: { view: RosterView; done: boolean }) {
  const { adds } = view
  if (adds === null) return null
  return (
    <Card>
      <View className="d-headline">
        <Heading>{done ? '都开好了' : '核对好了，没有错'}</Heading>
        <Chip tone="pine">{`${sayCount(view.lines)} 行`}</Chip>
      </View>
      {opensNothing(view) ? <Quiet>表里的人都已经有报到单了，不用再开。</Quiet> : null}
      {adds.slips > 0 ? (
        <Row left={done ? '新开了报到单' : '会新开报到单'} right={`${sayCount(adds.slips)} 张`} />
      ) : null}
      {adds.same > 0 ? <Row left="已经有单子的，不动" right={`${sayCount(adds.same)} 人`} /> : null}
    </Card>
  )
}

const template = [
  ['姓名', '手机号'],
  ['党员甲', '15400000001'],
  ['党员乙', ''],
] as const

/** What the sheet must look like. */
export const RosterExample = () => (
  <Card>
    <Heading>表格长这样</Heading>
    <Quiet>第一行是列名，一行一个人。手机号可以空着；同名的两个人要填手机号来分。</Quiet>
    <View className="d-example-sheet">
      {template.map((line, i) => (
        <View key={line.join()} className={`d-example-line${i === 0 ? ' is-head' : ''}`}>
          <View className="d-example-cell">{line[0]}</View>
          <View className="d-example-cell">{line[1]}</View>
        </View>
      ))}
    </View>
    <Quiet>有一行不对，就一张也不开；改好再传。同一个人不会开两张。</Quiet>
    {isBrowser ? <PlainButton onTap={() => saveCsv('党员名册模板', template)}>下载模板</PlainButton> : null}
  </Card>
)
