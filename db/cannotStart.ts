/** Something outside the program is in the way. The message is for a person and needs no stack trace. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
