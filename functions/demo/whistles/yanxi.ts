import { told } from './told'
import { spring, summer } from './when'

const whenItIsDark = '二楼的声控灯坏了三天，晚上看不见台阶'

/** What became of a year's whistles in 盐溪桥小区 and 花溪苑. */
export const yanxiYear = [
  told([283, 19], '盐溪桥 9栋 1单元 二楼', 'owner', 'facility', whenItIsDark, { photo: 'lamp' })
    .met(12, 'neighbour1')
    .sent(14, 'committee', 15.5)
    .fixed(24, '换了声控开关，试了能亮', [26, 5, '当天就修好了'], 'lamp'),
  told([259, 7], '盐溪桥 8栋 垃圾点', 'neighbour2', 'sanitation', '垃圾桶满了两天没人清')
    .met(3, 'neighbour1', 'neighbour4', 'buildingLead')
    .sent(2, 'department', 6)
    .fixed(27, '清了，改成每天收一次', [37, 4]),
  told([251, 20], '盐溪桥 2栋 停车位', 'neighbour1', 'parking', '楼下的停车位被人装了地锁')
    .sent(13, 'department', 60, { respondIn: 24, resolveIn: 96 })
    .ticked(40)
    .fixed(180, '劝车主拆了地锁', [192, 2, '等了一个多星期']),
  told(spring(0.1, 9), '盐溪桥 7栋 1单元 顶层', 'neighbour2', 'water', '顶层渗水，墙皮掉了一块', {
    photo: 'crack',
  })
    .sent(0.8, 'committee', 1.6)
    .ticked(27)
    .fixed(47, '补了屋面的裂缝，等天晴再刷墙', [58, 4]),
  told(spring(0.35, 18), '盐溪桥 3栋 水表井', 'neighbour4', 'water', '水表井里一直在冒水')
    .met(1.2, 'neighbour1', 'neighbour2')
    .sent(0.5, 'department', 1.4, { says: '请联系水务公司一起看' })
    .fixed(14, '换了表前的阀门', [15, 5]),
  told(spring(0.7, 7), '盐溪桥 1栋 门口', 'buildingLead', 'water', '门口的下水道返水，有臭味')
    .sent(1.5, 'department', 5)
    .ticked(4.6)
    .fixed(12, '疏通了管道', [13, 3, '来得晚了一点']),
  told(summer(0.1, 19), '盐溪桥 9栋 2单元', 'buildingLead', 'power', '一开空调总闸就跳')
    .met(0.5, 'owner', 'neighbour1')
    .sent(0.6, 'committee', 1.3)
    .fixed(3, '换了单元总开关', [14, 5]),
  told(summer(0.3, 20), '盐溪桥 6栋', 'communityWorker', 'power', '楼道里整晚没有电', {
    from: 'phone',
    name: '6栋住户',
    phone: '15420000002',
  })
    .sent(0.4, 'committee', 13)
    .ticked(4.5)
    .fixed(16, '接好了烧断的线', [18, 3]),
  told(summer(0.5, 20), '盐溪桥 坝子', 'neighbour2', 'noise', '坝子里的音响每天放到十点半', { hidden: true })
    .met(0.4, 'neighbour4', 'owner', 'buildingLead', 'neighbour1')
    .sent(13, 'department', 35, { respondIn: 24, resolveIn: 72 })
    .fixed(71, '和领队说好了，九点收音响')
    .unanswered(71 + 169),
  told(summer(0.8, 9), '盐溪桥 2栋 外墙', 'communityWorker', 'safety', '外墙的瓷砖松了，怕掉下来', {
    from: 'counter',
    name: '2栋住户',
  })
    .taken(0.3, { urgency: 'complex' })
    .sent(1, 'department', 4, { says: '先拉警戒线', respondIn: 8, resolveIn: 120 })
    .extended(100, 240, '要搭架子，工人下周才到')
    .fixed(270, '敲掉松的瓷砖，重新抹了灰', [290, 4]),
  told([232, 9], '花溪苑 3栋 2单元', 'neighbour21', 'lift', '电梯门开了关、关了开')
    .sent(0.5, 'property', 1.2)
    .fixed(5, '换了门上的感应条', [9, 5]),
  told([221, 14], '花溪苑 大门', 'neighbour22', 'fire', '外面的车停在消防通道上')
    .sent(1, 'property', 3, { says: '请马上请走', respondIn: 1, resolveIn: 24 })
    .fixed(5, '请车主开走了，装了隔离桩', [7, 4]),
  told([205, 19], '花溪苑 1栋 1单元', 'neighbour23', 'other', '快递柜占了半边过道')
    .sent(14, 'property')
    .disputed(16, '快递柜是街道引进的，不归物业移')
    .decided(20, 'uphold')
    .sent(21, 'department', 70, { respondIn: 30, resolveIn: 96 })
    .ticked(55)
    .fixed(110, '移到了门卫室旁边', [120, 3]),
  told([190, 10], '花溪苑 3栋 路口', 'property', 'safety', '路口的井盖翘起来了', { photo: 'cover' })
    .sent(2, 'department', 22, { respondIn: 8, resolveIn: 48 })
    .ticked(13)
    .fixed(46, '换了新井盖', [49, 5]),
  told([158, 21], '盐溪桥 9栋 1单元', 'owner', 'dispute', '楼上半夜拖椅子，说了不听')
    .sent(12, 'committee', 22)
    .fixed(46, '上门劝了，给椅脚贴了毡垫')
    .followedUp(70, 'half', '好了两天，又响了')
    .came(94)
    .fixed(118, '两家坐下来谈了，约好十点以后不拖', [142, 4]),
  told([140, 9], '花溪苑 4栋 楼后', 'communityWorker', 'sanitation', '化粪池好久没有掏了', { from: 'box' })
    .sent(4, 'property', 7)
    .fixed(78, '请吸粪车掏过了')
    .unanswered(78 + 169),
  told([126, 10], '盐溪桥 1栋 1单元 楼梯', 'neighbour1', 'safety', '楼梯缺了一段扶手，老人不敢下楼', {
    urgency: 'complex',
    photo: 'railing',
  })
    .met(4, 'owner', 'neighbour2', 'neighbour4', 'buildingLead')
    .sent(6, 'committee', 8, { co: ['department'], says: '请量好尺寸再做', resolveIn: 240 })
    .reported(30, 'department', '量了尺寸，不碰承重墙')
    .extended(200, 300, '扶手要定做')
    .fixed(440, '补齐了一到七楼的扶手', [460, 5, '老人说踏实多了'], 'railing'),
  told([110, 8], '盐溪桥 8栋 楼道', 'gridWorker', 'fire', '楼道里堆了旧沙发和纸箱')
    .sent(1, 'committee', 2)
    .picked(2.5, 'neighbour3', 'neighbour4')
    .fixed(8, '和住户一起搬下楼了', [30, 5]),
  told([97, 19], '盐溪桥 9栋 一楼', 'neighbour1', 'gas', '一楼厨房外面闻到煤气味', { urgency: 'danger' })
    .met(0.3, 'owner', 'buildingLead')
    .sent(0.2, 'department', 0.7, { says: '请燃气公司马上来' })
    .fixed(3, '换了老化的接口，测过不漏', [14, 5]),
  told([83, 18], '盐溪桥 9栋 1单元 201', 'tenant', 'water', '卫生间顶上滴水，楼上没有人')
    .sent(0.6, 'committee', 1.5)
    .fixed(19, '联系上房东，换了软管', [40, 4])
    .reopened(120, '又开始滴了')
    .came(123)
    .fixed(135, '把地漏重新做了防水', [160, 5]),
  told([52, 19], '盐溪桥 7栋 门口', 'neighbour6', 'parking', '门口停了一辆没有牌照的面包车')
    .sent(14, 'department', 60, { respondIn: 24, resolveIn: 96 })
    .ticked(42)
    .fixed(120, '拖走了')
    .unanswered(120 + 169),
  told([41, 12], '盐溪桥 5栋 2单元', 'communityWorker', 'noise', '隔壁装修中午也在打墙', {
    from: 'phone',
    phone: '15420000003',
  })
    .sent(1, 'department', 26, { respondIn: 8, resolveIn: 48 })
    .ticked(12)
    .fixed(47, '和装修队说好，中午和晚上不开工', [72, 3]),
  told([18, 15], '盐溪桥 坝子', 'newcomer', 'facility', '长椅断了一根木条')
    .sent(2, 'committee', 5)
    .fixed(26, '换了木条', [30, 4]),
  told([33, 19], '盐溪桥 9栋 1单元', 'tenant', 'facility', '对讲门铃按了不响')
    .sent(14, 'committee', 17, { resolveIn: 72 })
    .ticked(90)
    .fixed(230, '换了一套新的', [240, 1, '等了十天']),
]
