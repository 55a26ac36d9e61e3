/** What was typed, for `like`: no sign of a pattern means anything else than itself. */
export const literal = (find: string): string => find.replace(/[\\%_]/g, (sign) => `\\${sign}`)
