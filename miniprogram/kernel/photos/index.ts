export {
  addressHere,
  dropPhotos,
  type Photo,
  photoOf,
  photosHere,
  type Room,
  roomBytes,
  useRoom,
} from './keep'
export { PhotoField } from './PhotoField'
export { addressOf, PhotoGrid, Picture, showPictures } from './PhotoGrid'
export { howFar, PhotoTrouble, sendPhotos } from './send'
export { type Photos, usePhotos } from './usePhotos'
