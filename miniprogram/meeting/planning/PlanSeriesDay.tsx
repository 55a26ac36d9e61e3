import { useState } from 'react'
import { sayMark } from '../../../shared/meeting/words'
import { useCreate } from '../../desk/parts/useCreate'
import { goInstead } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Faces, Heading, MainButton, Quiet, Refused, Says, Screen } from '../../kernel/ui'
import { MomentField } from '../../whistle/parts/MomentField'
import { sayDate } from '../parts/words'

const momentOf = (day: string, at: string): string => new Date(`${day}T${at}:00+08:00`).toISOString()

/** One date of a series that is not planned yet: all of it comes from the series, the day may be another. */
export function PlanSeriesDay(props: { communityId: string; seriesId: string; seriesDay: string }) {
  const { communityId, seriesId, seriesDay } = props
  const all = useLoad('series.list', { communityId })
  const plan = useCreate('meeting.plan')
  const [startsAt, setStartsAt] = useState<string>()
  const series = all.data?.items.find((s) => s.seriesId === seriesId)
  const mark = series?.next.find((n) => n.day === seriesDay)?.mark
  const off = mark && sayMark(mark)
  const usual = series && momentOf(seriesDay, series.at)
  const save = async () => {
    const made = await plan.create({
      communityId,
      seriesId,
      seriesDay,
      ...(startsAt && startsAt !== usual && { startsAt }),
    })
    if (made) goInstead('meeting/agenda', { communityId, meetingId: made.id, planned: 'now' })
  }
  return (
    <Screen
      title="排这一次例会"
      foot={
        <>
          <Refused by={plan.refusal} />
          <MainButton busy={plan.busy} disabled={!series} onTap={() => void save()}>
            排好，去写议题
          </MainButton>
        </>
      }
    >
      <Faces of={all} lines={2} isEmpty={() => series === undefined} empty={{ says: '没有找到这个例会' }}>
        {() =>
          series ? (
            <>
              <Card>
                <Heading>{series.title}</Heading>
                <Quiet>{`${series.says}，${series.spot}`}</Quiet>
              </Card>
              {off ? (
                <Says tone="sun">{`${sayDate(seriesDay, new Date())} ${off}，可以换一天。`}</Says>
              ) : null}
              <MomentField
                label="哪一天"
                value={startsAt ?? usual ?? momentOf(seriesDay, '14:00')}
                onChange={setStartsAt}
              />
              <Quiet>谁来参加、谁主持、谁记录，都和例会定的一样，排好以后还能改。</Quiet>
            </>
          ) : null
        }
      </Faces>
    </Screen>
  )
}
