import { Client } from 'pg'
import { addDemoPersons, addDistrict, appointFirstOfficer } from '../../db/bootstrap'
import { dayOf } from '../../shared/kernel/time'
import { openDatabase } from '../kernel/database'
import { sealPhone } from '../kernel/secrets'
import { cast, demoPhone } from './cast'
import { demoId, Stage } from './stage'
import { demoDistrict, demoSubdistrict, liveTheStory } from './story'

export interface LoadDemoOptions {
  appUrl: string
  /** As whom the scheduler comes by in the story. */
  tickUrl: string
  /** The owner puts the people there; without it the demo can only be found, not made. */
  ownerUrl?: string
  say?: (line: string) => void
  now?: Date
}

/** Loads the demo community once: a second call finds it, one that was broken off begins again. */
export async function loadDemo({
  appUrl,
  tickUrl,
  ownerUrl,
  say = () => {},
  now = new Date(),
}: LoadDemoOptions): Promise<void> {
  if (!ownerUrl) return
  if ((await findDemo(ownerUrl)) === 'whole') return
  say('Living through a year of the demo community …')
  const stage = new Stage(openDatabase(appUrl, 4), now, tickUrl)
  try {
    const persons = cast.map((c) => ({ ...c, id: demoId(c.key), ...sealPhone(demoPhone(c.key)) }))
    const withoutTitles = persons.map(({ title: _, where: __, ...p }) => p)
    await addDistrict(ownerUrl, { district: demoDistrict, subdistricts: [demoSubdistrict] })
    await addDemoPersons(ownerUrl, withoutTitles, stage.daysAgo(400))
    const officer = {
      grantId: demoId('first officer'),
      personId: demoId('districtOfficer'),
      district: demoDistrict.name,
    }
    await appointFirstOfficer(ownerUrl, {
      ...officer,
      from: dayOf(stage.daysAgo(400)),
      at: stage.daysAgo(400),
    })
    await liveTheStory(stage)
    await stage.clear()
    // offered on the first page only now, so that a demo broken off is known as such
    await addDemoPersons(ownerUrl, persons, stage.daysAgo(400))
  } finally {
    await stage.close()
  }
}

/** A half-lived demo is thrown away, but only where nothing else is in the database. */
async function findDemo(ownerUrl: string): Promise<'whole' | 'none'> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ whole: boolean; half: boolean; others: boolean }>(
      `select exists (select 1 from person where demo_title is not null) as whole,
         exists (select 1 from district where id = $1) as half, exists (select 1 from district where id <> $1) or exists (select 1 from person where openid_index is not null) as others`,
      [demoDistrict.id],
    )
    const { whole, half, others } = rows[0]!
    if (whole) return 'whole'
    if (half && others)
      throw new Error('A demo that was broken off stands beside other data; it has to be taken out by hand.')
    if (half) await owner.query('truncate district, person cascade')
    return 'none'
  } finally {
    await owner.end()
  }
}
