import { told } from './told'
import { spring, summer, winter } from './when'

/** What became of a year's whistles in 弘运小区. */
export const hongyunYear = [
  told([322, 19], '弘运 1栋 到3栋的路上', 'neighbour11', 'facility', '三盏路灯都不亮')
    .met(12, 'entranceLead', 'partyMember')
    .sent(13, 'property', 15)
    .fixed(38, '换了灯泡和一截线', [48, 4]),
  told([309, 8], '弘运 1栋 门市后面', 'secondGridWorker', 'fire', '门市把货堆在消防通道上')
    .sent(1, 'department', 28, { respondIn: 8, resolveIn: 48 })
    .ticked(12)
    .fixed(75, '货都搬进店里了', [80, 3]),
  told(winter(0.4, 8), '弘运 7栋 1单元 202', 'neighbour13', 'heat', '地暖一直不热，热力公司的电话打不通')
    .sent(0.5, 'property', 1.4)
    .fixed(20, '陪热力公司清了过滤网', [30, 4]),
  told(spring(0.15, 7), '弘运 6栋 4单元 楼下', 'neighbour12', 'water', '主水管接头漏水，一地都是水', {
    photo: 'pipe',
  })
    .met(0.3, 'committeeMember', 'entranceLead', 'neighbour13')
    .sent(0.4, 'property', 1)
    .fixed(5, '换了接头', [11, 5, '来得快'], 'pipe'),
  told(spring(0.4, 9), '弘运 5栋 3单元 顶层', 'committeeMember', 'water', '一下雨屋顶就往家里漏', {
    urgency: 'complex',
  })
    .sent(1, 'property', 4, { respondIn: 8, resolveIn: 168 })
    .extended(150, 300, '要连晴三天才能做防水')
    .fixed(430, '重新铺了防水卷材', [440, 3, '等了半个多月']),
  told(spring(0.65, 15), '弘运 3栋 路面', 'property', 'water', '路面下的自来水管爆了')
    .sent(0.5, 'department', 4)
    .ticked(4.7)
    .fixed(30, '水务公司换了三米管子', [40, 4]),
  told(spring(0.9, 10), '弘运 2栋 一楼', 'secondWorker', 'water', '厨房的下水堵了，往上返水', {
    from: 'counter',
    name: '2栋住户',
  })
    .sent(0.4, 'property', 1.5)
    .fixed(4, '疏通了', [6, 5]),
  told(summer(0.2, 20), '弘运 3栋', 'partyMember', 'power', '一到晚上就停电，空调开不了')
    .met(
      0.3,
      'entranceLead',
      'neighbour11',
      'neighbour12',
      'neighbour13',
      'committeeMember',
      'branchSecretary',
    )
    .sent(0.6, 'property', 1.5, { co: ['department'] })
    .reported(3, 'department', '和供电所说了，在排队增容')
    .ticked(27)
    .fixed(60, '换了粗一号的进线', [72, 4]),
  told(summer(0.45, 18), '弘运 7栋 2单元', 'neighbour13', 'power', '电表箱的门掉了，线露在外面', {
    urgency: 'danger',
  })
    .sent(0.2, 'property', 0.6)
    .fixed(2, '装上了新门，上了锁', [3, 5]),
  told([180, 19], '弘运 1栋 门市9', 'neighbour12', 'noise', '麻将馆每天闹到半夜一点', { hidden: true })
    .asked(1, '是哪一家？一般几点散？')
    .answered(12, '门市9那家，天天到一点')
    .sent(14, 'department', 40, { respondIn: 24, resolveIn: 96 })
    .fixed(90, '和老板谈了，十一点关门')
    .followedUp(140, 'not', '昨天又到一点')
    .came(190)
    .fixed(240, '老板写了保证，门口贴了时间', [260, 2]),
  told([160, 17], '弘运 3栋 3单元', 'entranceLead', 'dispute', '两家为晾衣杆吵起来了')
    .sent(1, 'branch', 3)
    .fixed(27, '各让半米，两家都点了头', [40, 5]),
  told([137, 9], '弘运 6栋 花坛', 'secondWorker', 'greenery', '枯树往路上歪，怕要倒', { from: 'box' })
    .sent(2, 'property', 4, { co: ['department'] })
    .reported(20, 'department', '看过了，可以锯')
    .fixed(49, '锯掉了，补了一棵桂花', [60, 4]),
  told([112, 12], '弘运 1栋 门市3', 'neighbour11', 'parking', '门市用锥桶占住车位')
    .sent(2, 'department', undefined, { respondIn: 30, resolveIn: 120 })
    .disputed(6, '小区里面的车位不归城管')
    .decided(20, 'refuse', '那几个车位在红线外，请去看看')
    .came(44)
    .fixed(118, '收走了锥桶', [130, 3]),
  told([59, 19], '弘运 5栋', 'neighbour14', 'safety', '楼上有人往下扔烟头')
    .sent(14, 'department', 18)
    .fixed(40, '每户上门说了，楼道贴了提醒')
    .unanswered(40 + 169),
  told([44, 8], '弘运 7栋 楼后', 'secondGridWorker', 'sanitation', '污水从井里溢到路上', { photo: 'refuse' })
    .sent(1, 'property', 2.5)
    .fixed(9, '疏通后冲洗了路面', [26, 4], 'refuse'),
]
