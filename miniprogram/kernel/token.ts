import { dropStored, readStored, store } from './storage'

const key = 'token'
let held: string | undefined | null = null
let onSignedOut: () => void = () => {}

export function readToken(): string | undefined {
  if (held === null) held = readStored<string>(key)
  return held
}

export function keepToken(token: string | undefined): void {
  held = token
  if (token === undefined) dropStored(key)
  else store(key, token)
}

/** Told by the client when the server no longer knows the session. */
export function signedOut(): void {
  keepToken(undefined)
  onSignedOut()
}

export function whenSignedOut(then: () => void): void {
  onSignedOut = then
}
