import { parseArgs } from 'node:util'
import { addDistrict, appointFirstOfficer } from '../../db/bootstrap'
import { dayOf } from '../../shared/kernel/time'
import { indexOf, newId } from '../kernel/secrets'

const usage = `npm run first-officer -- --district 区 --subdistrict 街道 [--subdistrict 街道 …] --phone 手机号
The officer signs in with WeChat and binds the number first; DATABASE_OWNER_URL and SECRET_KEY are those of the server.`

/** Puts a district and its subdistricts there and appoints the first officer; all other roles are granted from theirs. */
async function appoint(): Promise<void> {
  const { values } = parseArgs({
    options: {
      district: { type: 'string' },
      subdistrict: { type: 'string', multiple: true },
      phone: { type: 'string' },
    },
  })
  const ownerUrl = process.env.DATABASE_OWNER_URL
  const { district, subdistrict = [], phone } = values
  if (!ownerUrl || !district || !phone) {
    console.error(usage)
    process.exitCode = 1
    return
  }
  const now = new Date()
  const subdistricts = subdistrict.map((name) => ({ id: newId(now), name }))
  await addDistrict(ownerUrl, { district: { id: newId(now), name: district }, subdistricts })
  const appointed = await appointFirstOfficer(ownerUrl, {
    grantId: newId(now),
    phoneIndex: indexOf('phone', phone),
    district,
    from: dayOf(now),
    at: now,
  })
  console.log(
    appointed
      ? `${district}: the first officer is appointed.`
      : 'Nobody has bound this number yet, or they are appointed already.',
  )
  process.exitCode = appointed ? 0 : 1
}

void appoint()
