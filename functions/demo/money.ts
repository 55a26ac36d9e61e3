import type { Moment } from './meetings/meet'
import { hongyunMoney } from './money/hongyun'
import { yanxiMoney } from './money/yanxi'
import type { Stage } from './stage'

/** The books of both communities since they were opened; what falls due, the scheduler finds when it comes by. */
export const money = (stage: Stage): Moment[] => [...yanxiMoney(stage), ...hongyunMoney(stage)]
