import { told } from './told'

const refuse = '坝子边上的垃圾堆了三天'

/** What is on the desks of 盐溪社区 today; hours are counted back from now. */
export const yanxiToday = [
  told(16 * 24, '盐溪桥 8栋 楼后', 'neighbour2', 'sanitation', '楼后的化粪池又溢出来了')
    .sent(2, 'department', 20, { respondIn: 30, resolveIn: 72 })
    .fixed(50, '抽了一车')
    .followedUp(60, 'not', '第二天又满了')
    .came(90)
    .fixed(120, '疏通了出口')
    .followedUp(200, 'not', '下过雨还是溢')
    .came(360),
  told(150, '盐溪桥 坝子', 'neighbour1', 'facility', '健身器材松了，坐上去直晃')
    .sent(3, 'committee', 20)
    .fixed(60, '拧紧了螺丝')
    .followedUp(80, 'not', '还是晃'),
  told(120, '盐溪桥 9栋 2单元 301', 'neighbour5', 'water', '厨房的墙上冒水珠', { urgency: 'complex' })
    .sent(3, 'department', 20, { respondIn: 30, resolveIn: 96 })
    .extended(90, 105, '要等隔壁回来才能开墙看'),
  told(96, '花溪苑 车库', 'neighbour21', 'facility', '车库的灯坏了一排')
    .sent(4, 'property', 20, { respondIn: 24, resolveIn: 72 })
    .ticked(79),
  told(90, '盐溪桥 6栋 楼后', 'gridWorker', 'safety', '楼后的护坡往下掉土')
    .sent(3, 'department', 20, { respondIn: 24, resolveIn: 80 })
    .ticked(86),
  told(74, '盐溪桥 9栋 1单元', 'tenant', 'facility', '二楼的窗户玻璃破了')
    .sent(3, 'committee', 6)
    .fixed(40, '换了玻璃', [69, 4]),
  told(70, '盐溪桥 9栋 门口', 'owner', 'parking', '门口的车位被人占了一个月')
    .met(5, 'neighbour1', 'buildingLead')
    .sent(4, 'department', 20, { respondIn: 30, resolveIn: 69 }),
  told(60, '盐溪桥 9栋 1单元 一楼', 'owner', 'facility', '一楼的扶手松了，一扶就晃')
    .met(2, 'tenant', 'neighbour1')
    .sent(3, 'committee', 6)
    .fixed(50, '打了两颗新螺丝，扶得稳了', undefined, 'railing'),
  told(50, '盐溪桥 2栋 围墙', 'gridWorker', 'safety', '围墙裂了一条缝', { photo: 'crack' })
    .sent(3, 'department', undefined, { respondIn: 72, resolveIn: 120 })
    .disputed(20, '围墙在小区里面，请小区自己修'),
  told(45, '盐溪桥 4栋 2单元', 'neighbour4', 'water', '阳台外面往下滴水').withdrawn(
    1.5,
    '看清楚了，是自己家的空调',
  ),
  told(40, '盐溪桥 坝子', 'neighbour3', 'other', '想把坝子改成停车场').rejected(20, '要先开楼宇会商量'),
  told(30, '盐溪桥 9栋 1单元 701', 'owner', 'noise', '半夜有机器嗡嗡响').asked(
    5,
    '大概几点开始？在哪间屋听得清楚？',
  ),
  told(28, '花溪苑 大门', 'neighbour22', 'greenery', '门口的花架歪了')
    .sent(2, 'property', 6, { resolveIn: 72 })
    .met(3, 'property'),
  told(26, '盐溪桥 8栋', 'neighbour2', 'facility', '信报箱的门掉了好几个').taken(3),
  told(22, '盐溪桥 坝子', 'neighbour1', 'sanitation', refuse, { photo: 'refuse' })
    .met(4, 'owner', 'buildingLead', 'tenant', 'neighbour2', 'neighbour4', 'neighbour5')
    .sent(2, 'department', undefined, { respondIn: 16, resolveIn: 72 })
    .ticked(21),
  told(20.5, '盐溪桥 坝子', 'neighbour6', 'sanitation', '这里臭得不敢开窗').merged(1, refuse),
  told(20, '花溪苑 2栋 1单元', 'neighbour24', 'lift', '电梯里七楼的按键不亮').sent(2, 'property', undefined, {
    respondIn: 30,
    resolveIn: 72,
  }),
  told(9, '盐溪桥 9栋 一楼', 'buildingLead', 'fire', '消防栓箱里没有水带').sent(2, 'department', undefined, {
    respondIn: 24,
    resolveIn: 72,
  }),
  told(3.2, '花溪苑 4栋', 'neighbour23', 'water', '自来水放出来是黄的'),
  told(2.5, '盐溪桥 7栋 前面', 'neighbour6', 'greenery', '草长到膝盖那么高了'),
  told(0.7, '盐溪桥 9栋 2单元 门口', 'tenant', 'power', '电线垂下来，快碰到人头了', { urgency: 'danger' }),
]
