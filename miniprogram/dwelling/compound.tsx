import { useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Faces, Screen } from '../kernel/ui'
import { CompoundFace } from '../place/CompoundFace'

export default function Compound() {
  const { communityId, compoundId } = useParams<{ communityId: string; compoundId: string }>()
  const compound = useLoad('place.get', communityId && compoundId ? { communityId, compoundId } : null)
  return (
    <Screen title={compound.data?.name ?? '小区'}>
      <Faces of={compound}>{(data) => <CompoundFace compound={data} />}</Faces>
    </Screen>
  )
}
