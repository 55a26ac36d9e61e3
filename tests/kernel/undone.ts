import type { Database } from '../../functions/kernel/database'

/** Everything is tried for real, and nothing stays: what a verb commits is rolled back. */
export const undone = (database: Database): Database => ({
  ...database,
  lend: (work) =>
    database.lend((connection) => {
      const run = connection.run.bind(connection)
      const undo: typeof run = (name, text, values) =>
        text === 'commit' ? run('rollback', 'rollback') : run(name, text, values)
      return work(Object.assign(connection, { run: undo })).finally(() => Object.assign(connection, { run }))
    }),
})
