const inWeChat = process.env.TARO_ENV === 'weapp'
// In WeChat the platform draws the bars, and takes dark colours from theme.json; in the browser CSS does.
const colour = (name: string, light: string) => (inWeChat ? `@${name}` : light)

const tab = (page: string, text: string) => ({
  pagePath: `${page}/index`,
  text,
  iconPath: `kernel/icons/${page}.png`,
  selectedIconPath: `kernel/icons/${page}-on.png`,
})

export default defineAppConfig({
  pages: ['home/index', 'open/index', 'inbox/index', 'me/index', 'start/index'],
  subPackages: [
    { root: 'dwelling', name: 'dwelling', pages: ['claim', 'scan', 'mine', 'compound'] },
    { root: 'account', name: 'account', pages: ['sessions', 'data', 'queue'] },
    { root: 'whistle', name: 'whistle', pages: ['new', 'mine', 'one', 'public'] },
    {
      root: 'patrol',
      name: 'patrol',
      pages: ['today', 'round', 'find', 'rounds', 'walked', 'findings', 'finding'],
    },
    {
      root: 'meeting',
      name: 'meeting',
      pages: [
        'list',
        'one',
        'code',
        'write',
        'minutes',
        'resolutions',
        'resolution',
        'plan',
        'agenda',
        'series',
        'terms',
      ],
    },
    {
      root: 'desk',
      name: 'desk',
      pages: [
        'roll',
        'claims',
        'roles',
        'grant',
        'places',
        'place-edit',
        'homes',
        'home',
        'codes',
        'record',
        'overview',
        'organisations',
        'board',
        'party',
        'raised',
        'intake',
        'clocks',
        'photos',
        'incidents',
        'incident',
        'rates',
        'patrols',
        'patrol-edit',
        'patrol-codes',
        'patrol-month',
      ],
    },
  ],
  // a claim and a whistle are begun, a round is walked, a meeting is written down, and what waits is looked at, where there may be no signal
  preloadRule: {
    'home/index': { network: 'all', packages: ['dwelling', 'whistle', 'patrol', 'meeting', 'account'] },
    'dwelling/scan': { network: 'all', packages: ['whistle', 'account'] },
  },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '哨到',
    navigationBarBackgroundColor: colour('bar', '#F7F6F2'),
    navigationBarTextStyle: inWeChat ? ('@barText' as 'black') : 'black',
    backgroundColor: colour('paper', '#F7F6F2'),
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: colour('tab', 'var(--quiet)'),
    selectedColor: colour('tabOn', 'var(--pine)'),
    backgroundColor: colour('tabPaper', 'var(--card)'),
    borderStyle: 'black',
    list: [tab('home', '首页'), tab('open', '公开'), tab('inbox', '消息'), tab('me', '我的')],
  },
  ...(inWeChat
    ? {
        darkmode: true,
        themeLocation: 'theme.json',
        requiredPrivateInfos: ['chooseLocation', 'getLocation'],
        permission: { 'scope.userLocation': { desc: '巡查时点“定位打卡”，只记那一下在哪里' } },
      }
    : {}),
  __usePrivacyCheck__: true,
})
