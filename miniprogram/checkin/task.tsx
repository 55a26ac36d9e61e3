import { go, useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { TaskDetail } from './parts/TaskDetail'
import '../meeting/parts/meeting.scss'

export default function OneTask() {
  const { communityId, taskId } = useParams<{ communityId: string; taskId: string }>()
  return (
    <Screen title="任务" offline="没有信号，签到签退照样能存">
      {communityId === undefined || taskId === undefined ? (
        <Empty
          says="没有找到这个任务"
          more="链接可能不完整，到任务列表里看看。"
          act="看任务"
          onAct={() => go('checkin/tasks')}
        />
      ) : (
        <TaskDetail key={taskId} communityId={communityId} taskId={taskId} />
      )}
    </Screen>
  )
}
