// Figures that are kept, and how anybody computes them again.
import type { KeptKind } from '@/domain/figures/kept'

const shares = '一行一个计入的案例和图里用到的选项；几个选项之间用 | 隔开，空着就是不知道。'

const columns: Record<KeptKind, string> = {
  durations: 'time 是这一段等了多久（图用分钟就是分钟，用天就是天），status 是 0 表示最后一次消息时还在等，1 是走到了这一段的终点，其他数字是别的结局；stratum 是开始的月份。按天算时，最后一次消息就在当天的案例计入例数，但没有可观察的一整天，所以不在行里；以分钟计的图，256 分钟以上的时间取到图上用的那一格，相差不超过 0.4%。',
  outcomes: 'time 是从开始算起的天数，status 是 0 表示还在等，1、2、3、4 依次是图里的各种结局；stratum 是开始的月份。最后一次消息就在当天的案例计入例数，但没有可观察的一整天，所以不在行里。',
  names: shares,
  softwareCopyright: shares,
  comparison: '每行是两组里计入的一段等待：time 是等了多久（图用分钟就是分钟，用天就是天），status 是 0 表示最后一次消息时还在等，其他数字是结局；group 是属于哪一组，stratum 是开始的月份。按天算时，最后一次消息就在当天的没有可观察的一整天，所以计入例数但不在行里。',
  trend: '每行是一段计入的等待：time 是等了多久，status 是 0 表示还在等，1 是好的结局，其他数字是别的结局；stratum 是它开始的那一周（或那个月）的第一天。没有可观察的一整天的，计入例数但不在行里。',
  estimate: '每行是这一段里计入的一次等待：time 是从开始算起等了多久，status 是 0 表示还在等，其他数字是结局；stratum 是开始的月份。等得比问的更久的那些，就是拿来比较的人；从他们算出的时间，减去已经等的，就是还要等的。',
  robustness: 'group 是 wait 的行是这一段的等待，是 whole 的行是整个案例（按天）；time 是多久，status 是 0 表示还在等，其他数字是结局；stratum 是开始的月份。谁说的不写在行里，所以“去掉影响最大的几个账号”只能由本站算。',
  outcomeMonths: '每行一个案例：time 是从开始算起的天数，status 是 0 表示还在等，1、2、3、4 依次是图里的各种结局；group 是开始的月份，不知道就空着。最后一次消息就在当天的案例计入例数，但不在行里。',
  rounds: '每行一个案例：round 是走到了第几轮，time 是步数——第 k 轮有结论是 2k，之后没有再提交就结束了是 2k+1，还在等第 k 轮的结论是 2k−1；status 是 0 表示还没结束，1、2、3、4 依次是图里的各种结局；stratum 是案例的月份。',
  orders: '每行一个案例：round 是付了几次，time 是步数——付了 k 次后结束是 2k，还没结束是 2k−1；status 是 0 表示还没结束，1、2、3、4 依次是图里的各种结局；group 是一次的费用（元），没说就空着；stratum 是案例的月份。',
  reasons: '每行是被退回的一轮：order 是第几次付款，round 是第几轮，month 是案例的月份，reasons 是说出来的原因，几个原因之间用 | 隔开。',
  repairs: '每行是一个案例第一次被退回后走的路：reason 是原因，change 是改了什么，next 是下一次的结论；一个案例有几个原因就有几行。图里走的人太少的路合在了一起，行里是原来的。',
  nameChanges: '每行是改了名称再提交后的一次等待：time 是天数，status 是 0 表示还在等，1 通过，2 又被退回，3 离开，4 不带这个名称通过；group 是改了什么，stratum 是开始的月份。没有可观察的一整天的，计入例数但不在行里。',
}

export const kept = {
  title: '保存下来的图',
  keep: '保存这张图',
  keepHint: '得到一个不会变的链接，连同背后的每一行。',
  downloadRows: '背后的行',
  keptAt: '保存于',
  keptFixed: '，之后案例再变，这里也不变。',
  today: '看今天的数字',
  checkTitle: '它是从哪些行算出来的',
  rows: '行数',
  rowCount: (n: number) => `${n} 行`,
  method: '方法版本',
  question: '问的是',
  hash: 'rows.csv 的 SHA-256',
  ref: '编号',
  columns,
  againTitle: '自己算一遍',
  againWaits: '下载 rows.csv，在本站的源代码目录里运行：',
  againShares: '在本站的源代码目录里运行，得到比例和它的区间：',
  orR: '或者在 R 里：',
  aboutTitle: '每张图都能查',
  about: '图下面的“保存这张图”会记下当时的问题、答案和背后的每一行，给它一个固定的链接：案例以后改了、撤了，这个链接还是当时的答案。链接里的编号由问题、方法版本、数据和答案算出，同样的图保存几次都是同一个链接。rows.csv 的 SHA-256 写在页面上，可以核对文件没有被动过。不能说的数字（不足 5 个人的，或者会让人反推出不足 5 个人的）不保存，也不能下载。',
  notKept: '只有“预测准不准”不能保存，也没有行可以下载：它的一行是某个人某一次问到的预测，加上他后来等了多久；和公开的案例一对，就知道那时是谁在问。各段的数字在“方法”页和接口里。',
  commandsHint: '有了 rows.csv，用本站的程序或者 R 都能重算一遍：',
  newest: '最近保存的图',
  none: '还没有人保存过图。',
}
