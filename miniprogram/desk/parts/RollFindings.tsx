import { View } from '@tarojs/components'
import { Card, Chip, Heading, Quiet, Row } from '../../kernel/ui'
import { sayCount } from './says'
import type { RollView } from './useRoll'
import './desk.scss'

const shownAtMost = 100

/** Every bad line with its number and what is wrong with it. */
export function RollProblems({ view }: { view: RollView }) {
  const shown = view.problems.slice(0, shownAtMost)
  return (
    <Card>
      <View className="d-headline">
        <Heading>{`有 ${sayCount(view.bad)} 行要改`}</Heading>
        <Chip tone="vermilion">一行也没有导入</Chip>
      </View>
      <Quiet>行号和表格里的一样，第 1 行是列名。</Quiet>
      {shown.map((p) => (
        <Row
          key={`${p.line} ${p.field} ${p.reason}`}
          left={`第 ${sayCount(p.line)} 行${p.field === '' ? '' : ` · ${p.field}`}`}
          quiet={p.reason}
        />
      ))}
      {view.bad > shown.length && (
        <Quiet>{`先列出 ${shown.length} 处，改好后重新上传，会再核对一遍。`}</Quiet>
      )}
    </Card>
  )
}

/** The roll is what is registered already. */
export const changesNothing = ({ adds }: RollView): boolean =>
  adds !== null && adds.homes + adds.people + adds.buildings + adds.entrances + adds.changed === 0

/** What taking the roll in adds and changes, or has added and changed. */
export function RollAdds({ view, done }: { view: RollView; done: boolean }) {
  const { adds } = view
  if (adds === null) return null
  const nothing = changesNothing(view)
  const lines: readonly (readonly [string, number, string])[] = [
    ['楼栋', adds.buildings, '栋'],
    ['单元', adds.entrances, '个'],
    ['住户', adds.homes, '户'],
    ['人', adds.people, '人'],
  ]
  return (
    <Card>
      <View className="d-headline">
        <Heading>{done ? '已经导入' : '核对好了，没有错'}</Heading>
        <Chip tone="pine">{`${sayCount(view.lines)} 行`}</Chip>
      </View>
      {nothing && <Quiet>这份表和现在登记的完全一样，没有要改的。</Quiet>}
      {lines
        .filter(([, count]) => count > 0)
        .map(([what, count, unit]) => (
          <Row
            key={what}
            left={done ? `新登记了${what}` : `会新登记${what}`}
            right={`${sayCount(count)} ${unit}`}
          />
        ))}
      {adds.changed > 0 && (
        <Row
          left={done ? '改了' : '会改'}
          quiet="面积、类型、姓名或日期和表里不同"
          right={`${sayCount(adds.changed)} 行`}
        />
      )}
      {adds.same > 0 && <Row left="和现在一样，不动" right={`${sayCount(adds.same)} 行`} />}
    </Card>
  )
}
