import Taro from '@tarojs/taro'
import { call } from '../../kernel/api'
import { isBrowser } from '../../kernel/device'
import { asSaid } from '../../kernel/refused'
import type { Meeting } from './words'

const hourSeconds = 3600

/** Saved as a file that the calendar of the computer opens. */
function keepIcs(fileName: string, text: string): void {
  const link = document.createElement('a')
  link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`
  link.download = fileName
  link.click()
}

export interface Entered {
  tone: 'pine' | 'vermilion'
  says: string
}

/** Into the phone's own calendar, with a reminder an hour before; on the desk as a file for the one there. */
export async function enterCalendar(meeting: Meeting): Promise<Entered> {
  const { communityId, meetingId, title, spot, startsAt, endsAt, items } = meeting
  if (isBrowser) {
    try {
      const { fileName, text } = await call('meeting.ics', { communityId, meetingId })
      keepIcs(fileName, text)
      return { tone: 'pine', says: `已存成文件：${fileName}，打开它就进日历了` }
    } catch (reason) {
      return { tone: 'vermilion', says: asSaid(reason).message }
    }
  }
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: Date.parse(startsAt) / 1000,
      endTime: String(Date.parse(endsAt) / 1000),
      location: spot,
      description: items.map((item, i) => `${i + 1}. ${item.title}`).join('\n'),
      alarm: true,
      alarmOffset: hourSeconds,
    })
    return { tone: 'pine', says: '已经加进手机日历，开会前一小时提醒你' }
  } catch (reason) {
    const told = (reason as { errMsg?: string } | undefined)?.errMsg ?? ''
    return /cancel/.test(told)
      ? { tone: 'vermilion', says: '没有加进日历，想加可以再点一次' }
      : { tone: 'vermilion', says: '手机没有允许用日历，请在微信的“设置”里打开，再点一次' }
  }
}
