import { go } from '../../kernel/go'
import { Empty } from '../../kernel/ui'

/** The page was reached without the role for it: an old link, or a role that has ended. */
export const NotYours = ({ what }: { what: string }) => (
  <Empty
    says={`你现在没有${what}的身份`}
    more="需要的话，请联系社区或街道。"
    act="回首页"
    onAct={() => go('home/index')}
  />
)
