import { formOn } from './stories'
import type { Visitor } from './visitor'

/** A page as people copy it from the community: a post, two comments, replies under the first, buttons between them. */
export const oldThread = `个人小程序可以认证了，半小时过
林间小路
发表于移动端
2023-11-09 14:05

没有收到通知，自己在后台点的。
付款后半小时内来电话，名字没问题，没要软著。

收藏
赞 12
阅读 3400
3 个评论
不加班的猫
发表于移动端
11-10
要软著吗？
赞同 5
回复 2
林间小路
作者
11-10
回复不加班的猫
没要软著，一个电话就过了
赞同
回复
不加班的猫
11-11
回复林间小路：那就好，@王五六 你看
赞同
回复
正在加载...
王五六
11-16
说我名字像APP，要软著，我一个小程序哪来的软著
赞同
2
回复
`

/** Pastes a page; answers the path of the page it was read into. */
export async function pasteThread(moderator: Visitor, fields: Record<string, string> = {}): Promise<string> {
  return moderator.press('/do/read-thread', {
    ...formOn('/moderation/threads'), page: oldThread, saved_on: '2024-02-10', process: 'certification',
    because: '社区里 2023 年 11 月的认证讨论', ...fields,
  })
}
