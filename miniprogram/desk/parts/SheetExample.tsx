import { ScrollView, View } from '@tarojs/components'
import { isBrowser } from '../../kernel/device'
import { Card, Heading, PlainButton, Quiet } from '../../kernel/ui'
import { saveCsv } from './csv'
import { rollHeadings, rollTemplate } from './rollSheet'
import './desk.scss'

/** What the sheet must look like, shown with an example. */
export const SheetExample = () => (
  <Card>
    <Heading>表格长这样</Heading>
    <Quiet>第一行是列名，一行一个人；空着的房子也写一行，只填到面积。</Quiet>
    <ScrollView scrollX className="d-example">
      <View className="d-example-sheet">
        {rollTemplate.map((line, i) => (
          <View key={line.join()} className={`d-example-line${i === 0 ? ' is-head' : ''}`}>
            {line.map((cell, j) => (
              <View key={rollHeadings[j]} className="d-example-cell">
                {cell}
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
    <Quiet>类型写 住宅、门市 或 其他；身份写 业主 或 租户；日期写成 2026-03-01。</Quiet>
    <Quiet>有一行不对，就一行也不导入；改好再传。同一份表传两次，不会重复。</Quiet>
    {isBrowser && <PlainButton onTap={() => saveCsv('住户名册模板', rollTemplate)}>下载模板</PlainButton>}
  </Card>
)
