import { Client } from 'pg'

/** What stands above communities before anybody can be given a role: by the owner, once, from a console. */
export interface Beginning {
  district: { id: string; name: string }
  subdistricts: { id: string; name: string }[]
}

export async function addDistrict(ownerUrl: string, { district, subdistricts }: Beginning): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query('insert into district (id, name) values ($1, $2) on conflict do nothing', [
      district.id,
      district.name,
    ])
    for (const s of subdistricts) {
      await owner.query(
        `insert into subdistrict (id, district_id, name)
         select $1, d.id, $3 from district d where d.name = $2 on conflict do nothing`,
        [s.id, district.name, s.name],
      )
    }
  })
}

/** Makes somebody who has signed in and bound their number the district's first officer; all other roles follow from theirs. */
export async function appointFirstOfficer(
  ownerUrl: string,
  officer: {
    grantId: string
    personId?: string
    phoneIndex?: Buffer
    district: string
    from: string
    at: Date
  },
): Promise<boolean> {
  return asOwner(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query(
      `insert into role_grant (id, person_id, role, scope, district_id, from_day, granted_at)
       select $1, p.id, 'districtOfficer', 'district', d.id, $5, $6 from person p, district d
       where (p.id = $2 or p.phone_index = $3) and p.erased_at is null and d.name = $4
       on conflict do nothing`,
      [
        officer.grantId,
        officer.personId ?? null,
        officer.phoneIndex ?? null,
        officer.district,
        officer.from,
        officer.at,
      ],
    )
    return rowCount === 1
  })
}

/** The working days of a year as the State Council's notice has them, in place of what was put in before. */
export async function publishCalendar(
  ownerUrl: string,
  { year, days, on }: { year: number; days: readonly { day: string; works: boolean }[]; on: string },
): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query('delete from calendar_day where extract(year from day) = $1', [year])
    await owner.query(
      'insert into calendar_day (day, works) select * from unnest($1::date[], $2::boolean[])',
      [days.map(({ day }) => day), days.map(({ works }) => works)],
    )
    await owner.query('insert into calendar_year values ($1, $2) on conflict do nothing', [year, on])
  })
}

export interface DemoPerson {
  id: string
  name: string
  phoneCipher: Buffer
  phoneIndex: Buffer
  /** Only those with a title are offered on the first page. */
  title?: string
  where?: string
}

/** People of the demo have no WeChat account, so they are put there; all that they do goes through the verbs. */
export async function addDemoPersons(ownerUrl: string, persons: DemoPerson[], at: Date): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (const [order, p] of persons.entries()) {
      await owner.query(
        `insert into person (id, name, phone_cipher, phone_index, joined_at, demo_order, demo_title, demo_where)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (id) do update set demo_title = excluded.demo_title, demo_where = excluded.demo_where`,
        [p.id, p.name, p.phoneCipher, p.phoneIndex, at, order, p.title ?? null, p.where ?? null],
      )
    }
  })
}

async function asOwner<T>(url: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query('begin')
    const answer = await work(owner)
    await owner.query('commit')
    return answer
  } finally {
    await owner.end()
  }
}
