import { photoOf, sendPhotos } from '../../miniprogram/kernel/photos'
import { keepPhoto } from '../../miniprogram/kernel/photos/keep'
import { stopSendingPhotos } from '../../miniprogram/kernel/photos/send'
import { camera } from '../kernel/camera'
import { photoServer } from '../kernel/photoServer'
import { newPhone } from '../kernel/screens/open'
import { hong, salt } from '../kernel/screens/people'
import { serve } from '../kernel/screens/wire'

// each step of sending a photo may come twice, or break off, and the server has it once

let server: ReturnType<typeof photoServer>
beforeEach(() => {
  newPhone()
  camera.reset()
  server = photoServer()
})

async function kept() {
  camera.files.set('wxfile://tmp_1.jpg', 90_000)
  const { key } = await keepPhoto('wxfile://tmp_1.jpg', 'image/jpeg')
  return { wire: serve(server.answers), key }
}
test('a photo that is up is not sent again', async () => {
  const { wire, key } = await kept()
  const [id] = await sendPhotos([key], salt.communityId)
  expect(await sendPhotos([key], salt.communityId)).toEqual([id])
  expect(wire.of('media.upload')).toHaveLength(1)
})

test('a file that lies there already is finished', async () => {
  const { key } = await kept()
  camera.upload = async (sent, tell) => {
    await server.take(sent, tell)
    return {
      statusCode: 409,
      data: JSON.stringify({ code: 'upload_taken', message: '这里已经传过别的文件' }),
    }
  }
  await sendPhotos([key], salt.communityId)
  expect(photoOf(key)?.sent).toBe(true)
})

test('for another community it is another photo', async () => {
  const { key } = await kept()
  const [here] = await sendPhotos([key], salt.communityId)
  const [there] = await sendPhotos([key], hong.communityId)
  expect(there).not.toBe(here)
  expect(server.photos.size).toBe(2)
})

test('what the server gave up while the phone had no signal for days begins anew', async () => {
  const { key } = await kept()
  camera.upload = async () => {
    throw new Error('no signal')
  }
  await expect(sendPhotos([key], salt.communityId)).rejects.toThrow('现在没有信号')
  const given = server.photos.get(photoOf(key)?.id ?? '')
  if (given) Object.assign(given, { state: 'refused', reason: 'neverCame' })
  camera.upload = server.take
  const [id] = await sendPhotos([key], salt.communityId)
  expect(server.photos.get(id ?? '')?.state).toBe('ready')
  expect(server.photos.size).toBe(2)
})

test('one that the phone has lost is said to be, by its place', async () => {
  const { key } = await kept()
  for (const path of camera.kept()) camera.files.delete(path)
  await expect(sendPhotos([key], salt.communityId)).rejects.toThrow('第 1 张照片：手机里找不到这张照片了')
})

test('stopped, it can go later', async () => {
  const { key } = await kept()
  let begin = () => {}
  const begun = new Promise<void>((then) => {
    begin = then
  })
  camera.upload = () => {
    begin()
    return new Promise(() => {})
  }
  const sent = sendPhotos([key], salt.communityId)
  await begun
  stopSendingPhotos()
  await expect(sent).rejects.toThrow('先停下了')
  camera.upload = server.take
  await sendPhotos([key], salt.communityId)
  expect(photoOf(key)?.sent).toBe(true)
})
