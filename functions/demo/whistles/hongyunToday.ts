import { told } from './told'

const water = '水小得冲不了厕所'

/** What is on the desks of 弘运社区 today; hours are counted back from now. */
export const hongyunToday = [
  told(14 * 24, '弘运 6栋 4单元 楼下', 'neighbour12', 'sanitation', '楼下的污水井又堵了')
    .sent(2, 'property', 5, { respondIn: 24, resolveIn: 72 })
    .fixed(30, '疏通了')
    .followedUp(50, 'not', '三天又堵')
    .came(70)
    .fixed(90, '换了一截管子')
    .followedUp(160, 'half', '慢是慢，还在流'),
  told(140, '弘运 5栋 1单元', 'neighbour14', 'dispute', '楼下的油烟往窗户里飘')
    .sent(3, 'branch', 20)
    .fixed(60, '请店家把烟管加高了')
    .followedUp(100, 'half', '少了些，还有'),
  told(130, '弘运 2栋 挡土墙', 'committeeDirector', 'safety', '挡土墙鼓起来一块', {
    urgency: 'complex',
    photo: 'crack',
  })
    .sent(3, 'department', 20, { respondIn: 30, resolveIn: 96 })
    .extended(90, 120, '等地勘的人来看'),
  told(100, '弘运 7栋 一楼', 'neighbour13', 'sanitation', '一楼的下水道冒污水')
    .sent(4, 'property', 6, { respondIn: 24, resolveIn: 80 })
    .ticked(88),
  told(80, '弘运 大门 消防车道', 'secondGridWorker', 'fire', '消防车道上天天有车压线')
    .sent(3, 'department', 30, { respondIn: 20, resolveIn: 60 })
    .ticked(27)
    .ticked(66),
  told(70, '弘运 1栋 1单元', 'entranceLead', 'facility', '门口的灯罩碎了')
    .sent(3, 'property', 5)
    .fixed(26, '换了新灯罩'),
  told(50, '弘运 5栋 3单元', 'committeeMember', 'greenery', '爬山虎把窗户盖住了')
    .sent(3, 'property', 5)
    .fixed(30, '剪掉了', [45, 5]),
  told(48, '弘运 1栋 1单元 101', 'neighbour11', 'dispute', '楼上空调的水滴在雨棚上')
    .sent(4, 'committee', undefined, { co: ['branch'], respondIn: 30, resolveIn: 96 })
    .picked(5, 'committeeDirector', 'committeeMember')
    .came(20)
    .reported(26, 'branch', '和楼上说过了，周末接管子'),
  told(44, '弘运 4栋 绿地', 'secondGridWorker', 'greenery', '绿地被人围起来种菜')
    .sent(3, 'property', undefined, { respondIn: 60, resolveIn: 120 })
    .disputed(20, '要城管来拆，物业没有权'),
  told(38, '弘运 1栋', 'neighbour15', 'other', '想给门市换一块招牌').rejected(
    10,
    '这是商家自己的事，请去窗口问',
  ),
  told(36, '弘运 6栋', 'neighbour12', 'noise', '楼下的狗叫了一夜').withdrawn(12, '和邻居说好了'),
  told(30, '弘运 6栋 楼顶', 'neighbour12', 'facility', '楼顶的门锁坏了，小孩上得去').sent(2, 'property', 4, {
    respondIn: 20,
    resolveIn: 31,
  }),
  told(28, '弘运 1栋 1单元 302', 'entranceLead', 'parking', '我家的车位停了别人的车').asked(
    4,
    '是哪一个车位？车牌号看得到吗？',
  ),
  told(18, '弘运 5栋', 'committeeMember', 'greenery', '香樟树的枝子伸进窗户').taken(3),
  told(12, '弘运 1栋 门市前', 'neighbour11', 'parking', '电瓶车停了一路').sent(2, 'department', undefined, {
    respondIn: 30,
    resolveIn: 96,
  }),
  told(10, '弘运 5栋 1单元', 'neighbour14', 'facility', '单元门的门禁刷不开').sent(2, 'property', undefined, {
    respondIn: 20,
    resolveIn: 72,
  }),
  told(7, '弘运 3栋', 'secondWorker', 'facility', '楼道里的窗户掉了一扇', {
    from: 'phone',
    name: '3栋住户',
    phone: '15420000012',
  }).sent(1, 'property', 3, { respondIn: 8, resolveIn: 48 }),
  told(6, '弘运 6栋 4单元', 'neighbour12', 'water', water).ticked(5),
  told(5, '弘运 6栋 4单元', 'neighbour13', 'water', '厨房里没有水').merged(3, water),
  told(1.5, '弘运 1栋 1单元', 'neighbour15', 'noise', '楼上一直在钻墙'),
  told(0.5, '弘运 7栋 外墙', 'neighbour13', 'safety', '外墙有块瓷砖快要掉下来了', { urgency: 'danger' }),
]
