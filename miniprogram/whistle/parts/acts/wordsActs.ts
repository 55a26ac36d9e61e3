export interface WordsForm {
  title: string
  /** What follows from it. */
  says: string
  field: 'words' | 'reason'
  label: string
  phrases: readonly string[]
  /** Told where nothing was written; without it the words are a matter of choice. */
  missing?: string
  act: string
  done: string
  tone?: 'vermilion'
}

/** Acts that are a few words and a button. */
export const wordsActs = {
  askBack: {
    title: '问清楚',
    says: '对方会收到你的问题。等补充的时候，时限先停着。',
    field: 'words',
    label: '想问什么（对方会看到）',
    phrases: ['请拍一张现场的照片。', '具体在几楼、哪一户门口？', '是什么时候开始的？', '现在还在继续吗？'],
    missing: '请写下想问的话',
    act: '问出去',
    done: '已经问了，等对方补充',
  },
  reject: {
    title: '不受理',
    says: '对方会看到理由，这件事就此结束。',
    field: 'reason',
    label: '为什么不受理（对方会看到）',
    phrases: [
      '这件事不归社区管，请拨打 12345。',
      '已经办好了，不用再办。',
      '说的地方不在本社区。',
      '没有说清楚是什么事，也联系不上你。',
    ],
    missing: '请写明理由，对方会看到',
    act: '不受理，告诉对方',
    done: '没有受理，理由已经告诉对方',
  },
  withdraw: {
    title: '撤回',
    says: '撤回以后就不再办了。以后又遇到，可以再吹一次哨。',
    field: 'reason',
    label: '为什么撤回（可以不写）',
    phrases: ['已经好了。', '我自己解决了。', '报错了地方。'],
    act: '撤回这件事',
    done: '已经撤回',
  },
  dispute: {
    title: '不该派给我们',
    says: '社区会看到理由，由社区决定。答复以前，这件事还在你们这里。',
    field: 'reason',
    label: '为什么不该派给我们',
    phrases: ['这里不归我们管。', '要由专业单位来修。', '保修期内，应由开发商负责。'],
    missing: '请写明理由，对方会看到',
    act: '提出退单',
    done: '已经提出，等社区答复',
  },
  respond: {
    title: '报到',
    says: '到了现场，或者已经在路上，就点报到。居民会看到。',
    field: 'words',
    label: '想说的话（可以不写）',
    phrases: ['已经到现场。', '在路上，半小时内到。', '先停水检查，修好就通。'],
    act: '报到，告诉居民',
    done: '已经报到',
  },
  reopen: {
    title: '又坏了，重新办',
    says: '会重新交给原来办的单位。',
    field: 'reason',
    label: '现在是什么样',
    phrases: ['又出现了同样的问题。', '只修了一部分。', '修好没几天又坏了。'],
    missing: '请写一写现在是什么样',
    act: '重新办',
    done: '已经重新交给他们办',
    tone: 'vermilion',
  },
} as const satisfies Record<string, WordsForm>

export type WordsActName = keyof typeof wordsActs
