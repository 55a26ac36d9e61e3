import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Faces, Screen } from '../kernel/ui'
import { RegisterForm } from './parts/RegisterForm'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

function Correction({ communityId, checkinId }: { communityId: string; checkinId: string }) {
  const loaded = useLoad('checkin.get', { communityId, checkinId })
  return (
    <Faces of={loaded} lines={4}>
      {(of) => <RegisterForm key={of.checkinId} communityId={communityId} of={of} />}
    </Faces>
  )
}

/** A member without office: no unit and no slip, and their word given on paper or in person. */
export default function Register() {
  const here = useCommunity('checkin.register')
  const { communityId } = here
  const asked = useParams<{ communityId: string; checkinId: string }>()
  if (asked.checkinId !== undefined && asked.communityId !== undefined)
    return (
      <Screen title="更正登记">
        <Correction communityId={asked.communityId} checkinId={asked.checkinId} />
      </Screen>
    )
  return (
    <Screen title="登记无职党员">
      {communityId === undefined ? (
        <NotYours what="登记无职党员" />
      ) : (
        <>
          <CommunityPick here={here} />
          <RegisterForm communityId={communityId} />
        </>
      )}
    </Screen>
  )
}
