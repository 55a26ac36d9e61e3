/** What the code on the recorder's screen says: whose meeting, and the figures of that minute. */
export interface SignInLink {
  communityId: string
  meetingId: string
  code: string
}

const pattern = /(?:^|[/=])M([0-9A-F]{32})([0-9A-F]{32})(\d{6})(?:$|[?#&/])/i

const short = (id: string): string => id.replace(/-/g, '').toUpperCase()
const whole = (hex: string): string =>
  hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** In two parts: a code of capitals and figures is drawn with fewer squares, and read from further back. */
export const signInTail = ({ communityId, meetingId, code }: SignInLink): string =>
  `M${short(communityId)}${short(meetingId)}${code}`

/** An ordinary link of the house, as on walls: WeChat opens it in the mini-program, a browser on the same page. */
export const signInHead = (host: string): string => `${host}/q/`

/** What was scanned, if it is such a link. */
export function readSignInLink(scanned: string): SignInLink | undefined {
  const [, community = '', meeting = '', code = ''] = pattern.exec(scanned.trim()) ?? []
  return code === '' ? undefined : { communityId: whole(community), meetingId: whole(meeting), code }
}
