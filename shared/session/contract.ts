import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { id, instant, text } from '../kernel/fields'

/** What the phone calls itself in 我的 → 登录设备. */
const device = text(60)
const opened = z.object({ token: z.string(), expiresAt: instant, personId: id })
const code = text(200)

export const session = {
  'session.persons': endpoint({
    method: 'GET',
    path: '/api/session/persons',
    input: z.strictObject({}),
    output: z.object({ persons: z.array(z.object({ personId: id, title: z.string(), where: z.string() })) }),
    refusals: ['demo_off'],
  }),
  'session.demo': endpoint({
    method: 'POST',
    path: '/api/session/demo',
    input: z.strictObject({ personId: id, device }),
    output: opened,
    refusals: ['demo_off'],
  }),
  'session.wechat': endpoint({
    method: 'POST',
    path: '/api/session/wechat',
    input: z.strictObject({ code, device }),
    output: opened,
    refusals: ['wechat_code_spent', 'wechat_unreachable'],
  }),
  'session.list': endpoint({
    method: 'GET',
    path: '/api/sessions',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          sessionId: id,
          device: z.string(),
          openedAt: instant,
          expiresAt: instant,
          current: z.boolean(),
        }),
      ),
    }),
  }),
  'session.end': endpoint({
    method: 'POST',
    path: '/api/sessions/{sessionId}/end',
    input: z.strictObject({ sessionId: id }),
    output: z.object({ ended: z.literal(true) }),
  }),
}
