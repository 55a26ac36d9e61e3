import { showModal } from './overlay'

// WeChat asks for consent to the privacy guideline before the first function that touches personal data.
const PRIVATE = new Set([
  'chooseImage',
  'chooseMedia',
  'chooseMessageFile',
  'chooseLocation',
  'getLocation',
  'getFuzzyLocation',
  'scanCode',
  'getClipboardData',
  'setClipboardData',
  'addPhoneCalendar',
  'saveImageToPhotosAlbum',
])

type Consent = (answer: { event: string; buttonId?: string }) => void
type Listener = (resolve: Consent, info: { referrer: string }) => void

let isNeeded = false
let listener: Listener | null = null

export const requirePrivacy = (needed: boolean) => {
  isNeeded = needed
}

export const isPrivacyNeeded = () => isNeeded

/** The `<button open-type="agreePrivacyAuthorization">` of the app's own dialogue. */
export function agreeToPrivacy() {
  isNeeded = false
}

export function onNeedPrivacyAuthorization(next: Listener) {
  listener = next
}

/** Asks the person through the app's dialogue, or through WeChat's own when the app has none. */
export async function allowPrivate(name: string): Promise<boolean> {
  if (!isNeeded || !PRIVATE.has(name)) return true
  return askForPrivacy(`wx.${name}`)
}

export async function askForPrivacy(referrer: string): Promise<boolean> {
  if (!isNeeded) return true
  const isAgreed = listener ? await askTheApp(listener, referrer) : await askThePerson()
  if (isAgreed) agreeToPrivacy()
  return isAgreed
}

function askTheApp(ask: Listener, referrer: string) {
  return new Promise<boolean>((resolve) => {
    ask((answer) => answer.event !== 'exposureAuthorization' && resolve(answer.event === 'agree'), {
      referrer,
    })
  })
}

async function askThePerson() {
  const options = { title: '用户隐私保护提示', content: '', cancelText: '拒绝', confirmText: '同意' }
  return (await showModal(options)).confirm
}
