import { go, useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { ProjectDetail } from './parts/ProjectDetail'

export default function OneProject() {
  const { communityId, projectId } = useParams<{ communityId: string; projectId: string }>()
  return (
    <Screen title="共建项目">
      {communityId === undefined || projectId === undefined ? (
        <Empty
          says="没有找到这个项目"
          more="链接可能不完整，到列表里看看。"
          act="看共建项目"
          onAct={() => go('checkin/projects')}
        />
      ) : (
        <ProjectDetail key={projectId} communityId={communityId} projectId={projectId} />
      )}
    </Screen>
  )
}
