// What the built doors and pages have to answer, each with its title.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import writeSheet from 'write-excel-file/node'

const doors = { api: 60, tick: 60, wechat: 10, storage: 60 }

const cell = (value) => ({ value })
/** 64 by 64, one colour. */
const onePicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAoElEQVRoge2SMQkAURTDukdchXz/+4m4ITwoREAaGl5PE92ADahekV2od4luwAZUr8gu1LtEN2ADqldkF+pdohuwAdUrsgv1LtEN2IDqFdmFepfoBmxA9YrsQr1LdAM2oHpFdqHeJboBG1C9IrtQ7xLdgA2oXpFdqHeJbsAGVK/ILtS7RDdgA6pXZBfqXaIbsAHVK7IL9S7RDdiA6hX/8AFYmVC1jXkGyAAAAABJRU5ErkJggg==',
  'base64',
)

export function proofs({ address, output, env, migration }) {
  const ask = async (url, { token, body, headers } = {}) => {
    const res = await fetch(address + url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await res.text()
    const isJson = res.headers.get('content-type')?.startsWith('application/json')
    return { status: res.status, headers: res.headers, text, body: isJson ? JSON.parse(text) : undefined }
  }
  /** A session of a demo person, told by their title and place. */
  const enterAs = async (title, where) => {
    const { body } = await ask('/api/session/persons')
    const person = body.persons.find((it) => it.title === title && it.where === where)
    const entered = await ask('/api/session/demo', { body: { personId: person.personId, device: '云端' } })
    assert.equal(entered.status, 200)
    return entered.body.token
  }
  /** Straight to the storage, with the fields that were signed. */
  const send = async ({ url, fields }, content, name, type) => {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.set(field, value)
    form.set('file', new Blob([content], { type }), name)
    assert.equal((await fetch(address + url, { method: 'POST', body: form })).status, 200)
  }
  let worker
  let communityId

  return Object.entries({
    'four doors for Node 24, each with its own time limit': () => {
      for (const [door, maxDuration] of Object.entries(doors)) {
        const folder = path.join(output, 'functions/functions/doors', `${door}.ts.func`)
        const config = JSON.parse(fs.readFileSync(path.join(folder, '.vc-config.json'), 'utf8'))
        assert.equal(config.runtime, 'nodejs24.x')
        assert.equal(config.maxDuration, maxDuration)
        assert.equal(config.shouldAddHelpers, false)
      }
    },
    'the scheduler is told to call the tick': () => {
      const { crons } = JSON.parse(fs.readFileSync(path.join(output, 'config.json'), 'utf8'))
      assert.deepEqual(crons, [{ path: '/api/tick', schedule: '*/5 * * * *' }])
    },
    'the browser version is at the root': async () => {
      const { status, text, headers } = await ask('/')
      assert.equal(status, 200)
      assert.match(text, /<div id="app"/)
      assert.equal(headers.get('x-frame-options'), 'DENY')
      const script = /src="([^"]+\.js)"/.exec(text)?.[1]
      const asked = await ask(new URL(script, 'http://page/').pathname)
      assert.equal(asked.status, 200)
      assert.match(asked.headers.get('cache-control'), /immutable/)
    },
    'a code on a wall leads to its page': async () => {
      const { status, headers } = await ask('/q/23456789ABCDEFGH')
      assert.equal(status, 302)
      assert.equal(headers.get('location'), '/#/dwelling/scan?code=23456789ABCDEFGH')
    },
    'health tells the database and its migration': async () => {
      const { status, body } = await ask('/api/health')
      assert.deepEqual({ status, ...body }, { status: 200, database: 'up', migration })
    },
    'the contract is published': async () => {
      const { body } = await ask('/api/openapi.json')
      assert.equal(body.openapi, '3.1.0')
    },
    'nothing is listed without a session': async () => {
      const { status, body } = await ask('/api/c/01990000-0000-7000-8000-000000000001/homes')
      assert.deepEqual([status, body.code], [401, 'signed_out'])
    },
    'a community worker signs in and lists homes': async () => {
      worker = await enterAs('社区工作者', '盐溪社区')
      const me = await ask('/api/me', { token: worker })
      communityId = me.body.roles[0].path.communityId
      const { status, body } = await ask(`/api/c/${communityId}/homes`, { token: worker })
      assert.equal(status, 200)
      assert.equal(body.items.length, 20)
      assert.ok(body.items.every((home) => home.communityId === communityId))
    },
    'another community is not found': async () => {
      const other = await enterAs('社区工作者', '弘运社区')
      const { status } = await ask(`/api/c/${communityId}/homes`, { token: other })
      assert.equal(status, 404)
    },
    'a broken body is refused, not a fault': async () => {
      const { status, body } = await ask('/api/session/demo', { body: { personId: 1 } })
      assert.deepEqual([status, body.code], [422, 'invalid'])
    },
    'codes are drawn by a package that is loaded late': async () => {
      const { body: tree } = await ask(`/api/c/${communityId}/places`, { token: worker })
      const { compoundId } = tree.compounds[0]
      const codes = await ask(`/api/c/${communityId}/compounds/${compoundId}/codes`, { token: worker })
      assert.equal(codes.status, 200)
      assert.match(codes.text, /<svg/)
    },
    'a roll goes to the storage, is read and taken in': async () => {
      const { body: tree } = await ask(`/api/c/${communityId}/places`, { token: worker })
      const file = await writeSheet([
        ['楼栋', '房号', '面积'].map(cell),
        ['云端楼', '101', '80.5'].map(cell),
      ]).toBuffer()
      const rolls = `/api/c/${communityId}/compounds/${tree.compounds[0].compoundId}/rolls`
      const opened = await ask(rolls, {
        token: worker,
        body: { id: randomUUID(), fileName: '名册.xlsx', bytes: file.length },
      })
      await send(opened.body, file, '名册.xlsx', 'application/octet-stream')
      const roll = `/api/c/${communityId}/rolls/${opened.body.id}`
      const preview = await ask(`${roll}/preview`, { token: worker, body: {} })
      assert.deepEqual([preview.body.state, preview.body.adds?.homes], ['ready', 1])
      const taken = await ask(`${roll}/import`, { token: worker, body: {} })
      assert.equal(taken.body.state, 'imported')
    },
    'a photo is made by a package that is loaded late, and read by its address': async () => {
      const photos = `/api/c/${communityId}/photos`
      const body = { id: randomUUID(), bytes: onePicture.length, contentType: 'image/png' }
      const opened = await ask(photos, { token: worker, body })
      await send(opened.body, onePicture, 'photo.png', 'image/png')
      const made = await ask(`${photos}/${body.id}/finish`, { token: worker, body: {} })
      assert.equal(made.body.state, 'ready')
      const seen = await fetch(address + made.body.thumb)
      assert.deepEqual([seen.status, seen.headers.get('content-type')], [200, 'image/jpeg'])
    },
    'the tick works for who has the secret': async () => {
      assert.equal((await ask('/api/tick')).status, 401)
      assert.equal((await ask('/api/tick', { token: 'somebody-else' })).status, 401)
      assert.equal((await ask('/api/tick', { token: env.CRON_SECRET })).status, 200)
    },
    "the platform's callback echoes what the platform signed": async () => {
      const words = [env.WECHAT_CALLBACK_TOKEN, '1763690400', 'nonce']
      const signature = createHash('sha1').update(words.sort().join('')).digest('hex')
      const query = `timestamp=1763690400&nonce=nonce&echostr=echo&signature=`
      assert.equal((await ask(`/api/wechat?${query}wrong`)).status, 403)
      assert.equal((await ask(`/api/wechat?${query}${signature}`)).text, 'echo')
    },
    'the storage takes nothing without a policy': async () => {
      assert.equal((await ask('/api/storage')).status, 405)
      const { status, body } = await ask('/api/storage', { body: {} })
      assert.deepEqual([status, body.code], [400, 'upload_malformed'])
    },
  })
}
