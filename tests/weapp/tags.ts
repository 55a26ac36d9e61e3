/** The components that WeChat has built in. */
export const BUILTIN_TAGS = (
  'view text button image input textarea scroll-view switch form label checkbox checkbox-group radio radio-group ' +
  'picker picker-view picker-view-column slider progress icon rich-text navigator video audio map canvas camera ' +
  'live-player live-pusher web-view swiper swiper-item movable-area movable-view cover-view cover-image match-media ' +
  'root-portal page-container share-element editor ad ad-custom official-account open-data page-meta ' +
  'navigation-bar keyboard-accessory functional-page-navigator voip-room native-component sticky-header ' +
  'sticky-section grid-view list-view draggable-sheet span snapshot list-builder grid-builder ' +
  'nested-scroll-header nested-scroll-body open-container selection'
).split(' ')

/** What a template may contain besides components. */
export const TEMPLATE_TAGS = ['block', 'template', 'import', 'include', 'wxs', 'slot']
