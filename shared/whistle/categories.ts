export const categories = [
  'water',
  'power',
  'gas',
  'heat',
  'lift',
  'safety',
  'fire',
  'sanitation',
  'facility',
  'parking',
  'noise',
  'greenery',
  'dispute',
  'other',
] as const
export type Category = (typeof categories)[number]

export const urgencies = ['danger', 'ordinary', 'complex'] as const
export type Urgency = (typeof urgencies)[number]

export const categoryWords: Record<Category, string> = {
  water: '漏水停水',
  power: '停电线路',
  gas: '燃气',
  heat: '供暖',
  lift: '电梯',
  safety: '安全隐患',
  fire: '消防通道',
  sanitation: '环境卫生',
  facility: '设施设备',
  parking: '停车秩序',
  noise: '噪音扰民',
  greenery: '绿化',
  dispute: '邻里纠纷',
  other: '其他',
}
export const urgencyWords: Record<Urgency, string> = { danger: '危急', ordinary: '一般', complex: '复杂' }

/**
 * Words by which a category is guessed. The longest found wins (消防通道停车 is about the passage), so a long word
 * stands here only where a shorter one of another category would mislead (垃圾桶 would hide that it burns: 着火).
 */
export const categoryHints: Record<Category, readonly string[]> = {
  water: words(
    '漏水 停水 渗水 滴水 跑水 积水 返水 没水 没有水 水管 爆管 水压 水表 龙头 自来水 下水 排水 断水',
  ),
  power: words('停电 断电 没电 没有电 跳闸 短路 漏电 触电 电线 电缆 电表 电箱 配电 电压 线路 供电'),
  gas: words('燃气 煤气 天然气 液化气 停气 漏气'),
  heat: words('供暖 暖气 暖气片 供热 地暖 热力 不热 不暖和 暖气漏水 暖气片漏水 暖气管漏水'),
  lift: words('电梯 轿厢 梯门 坠梯 电梯停电 停电困人 困在电梯'),
  safety: words(
    '隐患 栏杆 护栏 扶手 井盖 下水道井盖 外墙 墙皮 墙砖 瓷砖 脱落 裂缝 松动 塌 塌陷 坍塌 危房 坠物 掉下来 高空抛物 飞线 私拉电线 私接电线',
  ),
  fire: words(
    '消防 消防通道 消防车道 堵通道 占通道 占用通道 堵塞通道 安全出口 灭火器 烟感 着火 起火 失火 冒烟 楼道充电 楼道堆 堆楼道',
  ),
  sanitation: words('垃圾 卫生 保洁 打扫 清运 杂物 污水 化粪池 粪 臭 臭味 异味 脏 蟑螂 老鼠 蚊子 苍蝇 广告'),
  facility: words(
    '设施 设备 路灯 楼道灯 灯坏 灯不亮 门禁 对讲 单元门 大门 监控 摄像头 健身器材 座椅 长椅 滑梯 水泵 路面 坑洼 围墙 坡道 屋顶 充电',
  ),
  parking: words('停车 乱停 违停 车位 占车位 车库 车棚 挪车 挡车 堵车 地锁 道闸 僵尸车 充电车位'),
  noise: words('噪音 噪声 扰民 吵 太吵 吵闹 装修 施工 广场舞 音响 音乐 狗叫 麻将'),
  greenery: words('绿化 绿地 草坪 花坛 树 树枝 大树 枯树 修剪 杂草 种菜 毁绿'),
  dispute: words('邻里 邻居 纠纷 矛盾 吵架 打架 调解 养狗 遛狗'),
  other: [],
}

function words(list: string): readonly string[] {
  return list.split(' ')
}

const plain = (written: string): string => written.normalize('NFKC')

/** What it may be about, and the word by which it was guessed. Of words of one length the earlier category wins. */
export function guessCategory(written: string): { category: Category; because: string } | undefined {
  const text = plain(written)
  let best: { category: Category; because: string } | undefined
  for (const category of categories)
    for (const word of categoryHints[category])
      if (word.length > (best?.because.length ?? 0) && text.includes(word)) best = { category, because: word }
  return best
}

export interface Emergency {
  says: string
  /** A number that is the same all over China; null where every city has its own. */
  phone: string | null
}
export type EmergencyKind = 'fire' | 'gas' | 'shock' | 'wire' | 'lift' | 'injury'

/** Whom to phone before anything is written here; of several, the first. */
export const emergencies: Record<EmergencyKind, Emergency> = {
  fire: { says: '先离开，走楼梯，不坐电梯。到安全的地方打 119', phone: '119' },
  gas: {
    says: '先开窗，别开关电器，别点火。离开后打当地燃气公司的抢修电话；气味很重就打 119',
    phone: null,
  },
  shock: { says: '别用手拉人，先断电源，打 120。断不了电，再打供电服务 95598', phone: '120' },
  wire: { says: '离远一点，别碰，也别让人靠近。打供电服务 95598', phone: '95598' },
  lift: { says: '按轿厢里的报警铃，别扒门。打 96333（电梯应急）；打不通就打 119', phone: '96333' },
  injury: { says: '先打 120，别随便挪动受伤的人', phone: '120' },
}

const found: Record<EmergencyKind, (text: string, category: Category) => boolean> = {
  fire: (text) => /着火|起火|失火|发生火灾|冒烟|爆炸/.test(text),
  // a leak cannot be told from a broken meter by words alone, so every matter of gas says it
  gas: (text, category) =>
    category === 'gas' || /(燃气|煤气|天然气|液化气).{0,8}[漏泄味臭]|一氧化碳/.test(text),
  shock: (text) => /触电|被电(了|到|着|伤|倒|击)/.test(text),
  wire: (text) => /(电线|电缆).{0,3}[掉断]/.test(text),
  lift: (text, category) =>
    (category === 'lift' || /电梯|轿厢/.test(text)) &&
    // «电梯里有人抽烟» is no emergency: after «里有人» the sentence ends, or they call for help
    /被困|困(人|住|在|了)|关在|出不来|(人在里面|里面?还?有(人|老人|孩子|小孩))(?=[被出喊在]|[^一-鿿]|$)/.test(
      text,
    ),
  injury: (text) => /受伤|[摔砸烧烫咬撞夹]伤|流血|骨折|昏倒|晕倒|昏迷|中毒/.test(text),
}

// what did not happen, or only might, is no emergency
const onlyFeared =
  /(没有?|无|未|怕|容易|防止|以免|避免|万一)(人员?)?(着火|起火|失火|冒烟|爆炸|触电|被困|困人|受伤)|引起火灾/g

export function emergencyOf(written: string, category: Category): Emergency | undefined {
  const text = plain(written).replace(onlyFeared, '')
  const kind = (Object.keys(emergencies) as EmergencyKind[]).find((k) => found[k](text, category))
  return kind && emergencies[kind]
}

/** 危急 or 一般; 复杂 is for a person to say. */
export function guessUrgency(written: string, category: Category): Urgency {
  const perilous = /漏电|掉下来|往下掉|坠落|坠物|塌|砸到/.test(plain(written).replace(onlyFeared, ''))
  return perilous || emergencyOf(written, category) ? 'danger' : 'ordinary'
}
