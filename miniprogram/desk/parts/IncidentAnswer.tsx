import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { wordsAtMost } from '../../../shared/incident/policy'
import { MainButton, Quiet, Refused, TextField } from '../../kernel/ui'
import { fieldSays } from './saidIn'
import { sayCount } from './says'
import { useCreate } from './useCreate'
import './desk.scss'

type Incident = Output<'incident.get'>

/** Whom one answer reaches, and who still has to be called. */
export function sayReaches({ whistles, reaches }: Pick<Incident, 'whistles' | 'reaches'>): string {
  if (whistles === 0) return '小区的人在“公开”里都能看到。'
  const people = `会写进 ${sayCount(whistles)} 件哨的经过，告诉 ${sayCount(reaches?.people ?? 0)} 位报过的人，小区的人也能看到。`
  const callers = reaches?.callers ?? 0
  return callers === 0
    ? people
    : `${people}还有 ${sayCount(callers)} 件是打电话或到窗口来说的，要打电话告诉。`
}

/** One answer to everybody on it. */
export function IncidentAnswer({
  incident,
  onAnswered,
}: {
  incident: Incident
  onAnswered(says: string): void
}) {
  const { communityId, incidentId } = incident
  const answer = useCreate('incident.answer')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const send = async () => {
    setTried(true)
    if (said === '') return
    const made = await answer.create({ communityId, incidentId, words: said })
    if (!made) return
    setWords('')
    setTried(false)
    onAnswered('已经答复大家')
  }
  return (
    <View className="d-detail">
      <TextField
        label="答复大家"
        value={words}
        onInput={setWords}
        long
        max={wordsAtMost}
        placeholder="比如 水管换好了，今天 18:00 前来水"
        error={tried && said === '' ? '请写下要告诉大家的话' : fieldSays(answer.refusal, 'words')}
      />
      <Quiet>{sayReaches(incident)}</Quiet>
      <Refused by={answer.refusal} />
      <View className="d-acts">
        <MainButton busy={answer.busy} onTap={() => void send()}>
          告诉大家
        </MainButton>
      </View>
    </View>
  )
}
