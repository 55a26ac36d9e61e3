import { refuse } from '../kernel/refused'
import { settings } from '../kernel/settings'
import { open } from '../kernel/verb'
import { demoPersons } from './queries'

export const listDemoPersons = open('session.persons', async ({ database }) => {
  if (!settings().demo) refuse('demo_off')
  const rows = await database.lend((tx) => demoPersons(tx))
  return { persons: rows.map((r) => ({ personId: r.person_id, title: r.title, where: r.at_place })) }
})
