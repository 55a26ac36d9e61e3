import type { Dict } from '../../protocol'
import { during } from '../activity'
import { isSet } from '../dom'
import { callPage, topPage } from '../pages'
import { ask, report } from '../report'
import { agreeToPrivacy } from '../wx/privacy'
import { resetForm, submitForm } from './containers'
import { type Builtin, type Part, partAround } from './part'

type Navigate = (name: string, options: Dict) => void

export const button: Builtin = {
  setUp(part) {
    part.onTap(async () => {
      const { formType, openType } = part.props
      const around = isSet(formType) ? partAround(part, 'form') : undefined
      if (around && formType === 'submit') submitForm(around)
      if (around && formType === 'reset') resetForm(around)
      if (isSet(openType)) for (const type of String(openType).split('|')) await openTypes[type]?.(part)
    })
  },
  update({ host, props }) {
    for (const name of ['type', 'size']) host.setAttribute(name, String(props[name] || 'default'))
    for (const name of ['disabled', 'plain', 'loading']) host.toggleAttribute(name, isSet(props[name]))
  },
}

const openTypes: Record<string, (part: Part) => unknown> = {
  async getPhoneNumber(part) {
    const code = await during(ask('phoneCode', {}))
    if (code) part.fire('getphonenumber', { code, errMsg: 'getPhoneNumber:ok', encryptedData: '', iv: '' })
    else part.fire('getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' })
  },
  async share(part) {
    const target = { id: part.host.id, dataset: { ...part.host.dataset } }
    report('shared', await callPage(topPage(), 'onShareAppMessage', { from: 'button', target }))
  },
  agreePrivacyAuthorization(part) {
    agreeToPrivacy()
    part.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
  contact: (part) => part.fire('contact', { path: '', query: {} }),
  feedback: () => report('asked', { name: 'feedback', options: {} }),
  openSetting: (part) => part.fire('opensetting', { authSetting: {}, errMsg: 'openSetting:ok' }),
}

const NAVIGATIONS: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

export function navigator(navigate: Navigate): Builtin {
  return {
    setUp(part) {
      part.onTap(() => {
        const name = NAVIGATIONS[String(part.props.openType ?? 'navigate')]
        if (name) navigate(name, { url: part.props.url, delta: part.props.delta })
      })
    },
  }
}
