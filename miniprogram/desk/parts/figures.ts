import type { Output } from '../../../shared/contract'
import { sayWaited } from '../../kernel/waited'
import { sayCount } from './says'

export type Figures = Output<'place.figures'>['communities'][number]

export const saySignedIn = (f: Pick<Figures, 'homes' | 'boundHomes'>): string => {
  if (f.homes === 0) return '还没有登记住户'
  return f.boundHomes === 0
    ? `${sayCount(f.homes)} 户，还没有人登录`
    : `${sayCount(f.homes)} 户中 ${sayCount(f.boundHomes)} 户有人登录`
}

export function sayClaims(f: Pick<Figures, 'claimsWaiting' | 'oldestClaimAt'>, now: Date): string {
  if (f.claimsWaiting === 0) return '没有等待核实的申请'
  const oldest = f.oldestClaimAt === null ? '' : `，最早的等了 ${sayWaited(f.oldestClaimAt, now)}`
  return `${sayCount(f.claimsWaiting)} 份认领在等${oldest}`
}

export const sayWorkers = (f: Pick<Figures, 'workers'>): string =>
  f.workers === 0 ? '还没有工作人员' : `${f.workers} 位工作人员`

export const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0)

export const figuresTable = (all: readonly Figures[], now: Date): string[][] => [
  ['社区', '小区', '楼栋', '户', '有人登录的户', '等核实的认领', '最早的等了', '工作人员'],
  ...all.map((f) => [
    f.name,
    String(f.compounds),
    String(f.buildings),
    String(f.homes),
    String(f.boundHomes),
    String(f.claimsWaiting),
    f.oldestClaimAt === null ? '' : sayWaited(f.oldestClaimAt, now),
    String(f.workers),
  ]),
]
