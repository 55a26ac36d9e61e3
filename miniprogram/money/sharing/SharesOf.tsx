import { View } from '@tarojs/components'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Quiet, Row } from '../../kernel/ui'
import { sayAt } from '../../whistle/parts/words'
import { type Books, BooksFaces } from '../parts/books'
import { Shares } from './Shares'

/** One sharing-out that was kept. */
export function SharesOf({ books, apportionmentId }: { books: Books; apportionmentId: string }) {
  const one = useLoad('apportion.get', { ...books, apportionmentId })
  return (
    <BooksFaces of={one} books={books} lines={3}>
      {(data) => {
        const { resolutionId } = data
        return (
          <View className="y-page">
            <View className="y-stack">
              <View className="y-title" ariaRole="heading">
                {data.name}
              </View>
              <Quiet>{`${sayAt(data.at, new Date())} 算的`}</Quiet>
            </View>
            {resolutionId ? (
              <Card
                label="看依据的决议，打开"
                onTap={() => go('meeting/resolution', { communityId: books.communityId, resolutionId })}
              >
                <Row left="看依据的决议" opens />
              </Card>
            ) : null}
            <Shares result={data} />
          </View>
        )
      }}
    </BooksFaces>
  )
}
