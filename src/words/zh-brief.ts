/** 信任影响评估简报的中文。 */
import { joined } from './zh-joined.ts';
import type { BriefWords } from './en-brief.ts';

export const brief: BriefWords = {
  title: '信任影响评估',
  colon: '：',
  headline: {
    counting: '仍在统计',
    above: '在温跃层之上',
    near: '接近温跃层',
    past: '已越过温跃层',
  },
  range: (low, high) => `${low} 至 ${high}`,
  within: (value, low, high) => `${value}（${low} 至 ${high}）`,
  counting: (runs) => `${runs} 次运行太少，至少 40 次才能下结论。以下是目前的数字。`,
  beyond: (size, points) => joined`拟议的 ${size} 超出临界点 ${points} 个百分点。`,
  below: (size, points) => joined`拟议的 ${size} 距临界点还有 ${points} 个百分点。`,
  at: (size) => joined`拟议的 ${size} 正好在临界点上。`,
  noTipping: (size, reach) => joined`拟议的 ${size} 未遇到临界点：${reach} 以内没有。`,
  without: (size) => joined`没有拟议的 ${size} 也有半数以上的运行出现集中流失：起因在别处。`,
  beyondFirst: (size, points) =>
    joined`拟议的 ${size} 超出第一个临界点 ${points} 个百分点；在这个幅度，多数运行又稳住了。`,
  frequency: (exits, shown, runs, by, left, others) =>
    exits === 0
      ? `${runs} 次模拟中，到${by}没有一次出现集中流失。`
      : left === 0
        ? `${runs} 次模拟中，到${by}全部出现集中流失。`
        : `${runs} 次模拟中，到${by}有 ${shown} 次出现集中流失，${others} 次没有。`,
  definition: (threshold, by) =>
    `集中流失指到${by}，与不调整相比失去至少 ${threshold} 的客户。`,
  segments: (each) => `单看客群，流失已达到集中流失程度的有：${each.join('；')}。`,
  stats: {
    chance: '集中流失的可能性',
    chanceRange: (range) => `90% 区间 ${range}`,
    tipping: '临界点',
    noTipping: (reach) => joined`${reach} 以内没有`,
    breaksWithout: '不做也会流失',
    over: (_count, shown) => `共 ${shown} 次运行`,
    deadline: '最晚可安全撤回',
    week: (week) => `第 ${week} 周`,
    any: '任何一周',
    anyIn: (by) => `直到${by}`,
    never: '没有',
    tooFew: '样本太少',
    tooFewOf: (breaking, runs) => `${runs} 次运行中 ${breaking} 次流失`,
    pastFrom: (week) => `第 ${week} 周起已越过`,
    revenue: (by) => `${by}收入`,
    revenueRange: (range) => `与不调整相比，${range}`,
    customers: (by) => `${by}客户数`,
  },
  pictogram: (sinking) =>
    sinking === 0 ? '20 次运行都没有集中流失' : `20 次运行中有 ${sinking} 次集中流失`,
  cliff: {
    title: (by) => `到${by}失去的客户，按决策幅度`,
    lead: '与不调整相比。粗线：典型结果。细线：单次运行。点线：按固定弹性的预测。阴影：临界点及其 90% 区间。',
    tipping: (size, range) => joined`临界点 ${size}（${range}）`,
    proposed: (size) => joined`拟议 ${size}`,
    typical: (loss) => `典型结果 ${loss}`,
    forecast: (loss) => `弹性预测 ${loss}`,
    finding: (size, loss) => joined`在 ${size} 时，典型结果失去 ${loss} 的客户。`,
    runs: (swept, searched, own) =>
      `按幅度：损失来自 ${swept} 次运行，可能性来自 ${searched} 次；拟议幅度的可能性来自全部 ${own} 次。`,
    columns: { size: '幅度', chance: '集中流失', typical: '典型损失', range: '90% 的运行' },
  },
  timeline: {
    title: '仪表盘显示的，和它下面的',
    calm: (_weeks, shown) => `过了最晚撤回周，仪表盘仍平静 ${shown} 周`,
    lead: (weeks) =>
      `典型结果。水线以上：公布的月流失率。以下：第 0 周客户的各种状态，斜线为已离开；粗线：留下的客户中越过底线的占比。${
        weeks.length === 0 ? '' : `决策在第 ${weeks.join('、')} 周。`
      }`,
    churn: (churn) => `月流失 ${churn}`,
    past: (share) => `越过底线 ${share}`,
    captive: (share) => `被困 ${share}`,
    trust: (trust) => `信任 ${trust}`,
    gone: (share) => `已离开 ${share}`,
    week: (week) => `第 ${week} 周`,
    lastSafe: (week) => `最晚撤回：第 ${week} 周`,
    visible: (week) => `流失首次可见：第 ${week} 周`,
    finding: (by, gone, past) =>
      `到${by}，第 0 周的客户中 ${gone} 已离开；留下的客户中 ${past} 越过底线。`,
    returns: (shares) => `撤回决策可挽回集中流失的占比（90% 区间）：${shares.join('；')}。`,
    returnsAfter: (weeks, share, range) => `${weeks} 周后 ${share}（${range}）`,
    columns: {
      week: '周',
      churn: '月流失',
      trust: '信任',
      past: '越过底线',
      gone: '已离开',
    },
  },
  leavers: {
    title: '谁会离开',
    columns: {
      segment: '客群',
      share: '客户占比',
      lost: (by) => `到${by}失去`,
      atStake: '涉及收入',
      silent: '沉默大客户',
    },
    most: (shown, of) => `${of} 个客群中涉及收入最多的 ${shown} 个。`,
    note: (runs, of) =>
      `与不调整相比，${runs} 次运行。涉及收入：占全部收入的比例。沉默大客户：期末消费最高的 ${of} 位模拟客户（前 5%）中越过底线而从未投诉的人数。`,
  },
  plan: {
    title: '拟议内容',
    decisions: (each) => `${each.join('；')}。`,
    decision: (name, size, week) => `${name} ${size}，${week}`,
    detailed: (decision, detail) => `${decision}（${detail}）`,
    more: (count) => `另有 ${count} 项`,
    with: (names) => `同时采取：${names.join('、')}。`,
    alone: '没有任何缓冲措施。',
  },
  assumptions: {
    title: '我们的假设',
    lead: (shown, of) =>
      `${of} 项假设中对临界点影响最大的 ${shown} 项。最后一列是该假设取合理范围两端时重新测得的临界点。`,
    tips: (_count, shown, of) =>
      `目前没有临界点。${of} 项假设中有 ${shown} 项取合理范围的一端时会出现临界点，位置见最后一列。`,
    noneTips: (of) => `目前没有临界点；${of} 项假设取合理范围的任何一端时也都不会出现。`,
    noneMoves: (of) => `${of} 项假设在合理范围内都不会移动临界点。`,
    columns: {
      name: '假设',
      value: '取值',
      source: '来源',
      wrong: '若有误，临界点为',
    },
    evidence: {
      measured: '实测',
      'meta-analysis': '元分析',
      case: '个案',
      fitted: '按公布的事实拟合',
      design: '模型设定，尚未实测',
      'no source': '没有公开的数值',
      switch: '手动设定',
      history: '按我们自己的历史校准',
    },
    cited: (evidence, sources) =>
      sources.length === 0 ? evidence : `${evidence}：${sources.join('；')}`,
    direction: (evidence, sources) =>
      sources.length === 0 ? evidence : `${evidence}；仅方向：${sources.join('；')}`,
    none: '没有',
    orNone: (tip) => `${tip} 或没有`,
    flips: (names, more) =>
      `仅凭以下任何一项有误，结论就会改变：${names.join('、')}${more === null ? '' : `，另有 ${more} 项`}。`,
    noFlips: '其中没有一项能单独改变结论。',
    together: {
      frequency: {
        ranges: (shown, of) =>
          `所有假设同时在各自区间内抽取时，${of} 次运行中有 ${shown} 次以集中流失告终。`,
        history: (shown, of) =>
          `所有假设同时按我们的历史抽取时，${of} 次运行中有 ${shown} 次以集中流失告终。`,
      },
      range: (low, high) => `此时临界点在 ${low} 至 ${high} 之间（90% 的运行）。`,
      open: (low) => `此时临界点在 ${low} 以上，或没有临界点（90% 的运行）。`,
      none: '此时多数运行没有临界点。',
    },
  },
  moves: {
    title: '什么能移动临界点',
    lead: (runs) =>
      `各项措施单独采用，用 ${runs} 对相同种子的运行测算，单位为决策幅度的百分点；横条为 90% 区间。`,
    needed: (points) => `需要 ${points} 个百分点`,
    finding: (name, points) => `移动最大的是“${name}”：${points} 个百分点。`,
    columns: { measure: '措施', shift: '移动（百分点）', range: '90% 区间' },
    atLeast: (points) => `至少 ${points}`,
    atMost: (points) => `至多 ${points}`,
    fix: (names, before, after, range) =>
      `最小的补救方案（${names.join('、')}）可把可能性从 ${before} 降到 ${after}（${range}）。`,
    otherFix: (names, after, range) =>
      `也可以选择另一方案（${names.join('、')}），可能性为 ${after}（${range}）。`,
    smaller: (size) => joined`幅度改为 ${size}`,
    noFix: '尝试过的措施组合都不能把可能性降到 25% 以下。',
  },
  tripwires: {
    title: '预警线',
    lead: (runs, all, breaking) =>
      `若决定执行，每周关注以下信号。信号连续两周超出平常范围（此前 26 周均值 ± 3 个标准差）即为亮起。测自 ${all} 次运行中的 ${runs} 次，其中 ${breaking} 次出现集中流失。提前周数均相对于流失率开始上升。没有集中流失时亮起即为误报。`,
    columns: {
      signal: '信号',
      limit: '亮起条件',
      lead: '提前周数',
      seen: '及时亮起',
      falseAlarms: '误报',
      owner: '负责人',
      action: '第一步',
    },
    above: (value) => `高于 ${value}`,
    below: (value) => `低于 ${value}`,
    hours: (value) => `${value} 小时`,
    units: '投诉、取消尝试和数据导出：每 1,000 名客户每周。',
    wave: (leads) => `比流失高峰（流失最多的四周）提前的周数：${leads.join('、')}。`,
    seen: (before, showing) => `${showing} 次中 ${before} 次`,
    none: '没有任何公布的数字既早于流失上升、又能区分会不会集中流失：不能靠等信号。',
    holds: '没有一次模拟出现集中流失，因此无法测量提前量。只有误报的信号不能作预警线。',
    tooFew: (breaking, runs) =>
      `${runs} 次模拟中只有 ${breaking} 次出现集中流失，太少，无法测量提前量。只有误报的信号不能作预警线。`,
    noLead: (names) => `不作预警线，因为没有提前量：${names.join('、')}。`,
    both: (names) => `不作预警线，因为无论是否集中流失都会亮起：${names.join('、')}。`,
    anyway: (names) => `不作预警线，因为不做决策也会亮起：${names.join('、')}。`,
    owners: {
      complaints: '客服',
      publicShare: '公关',
      firstResponse: '客服',
      logins: '产品',
      nps: '研究',
      attempts: '客户成功',
      dataExports: '数据',
      churn: '财务',
    },
    actions: {
      complaints: '通读五十条，公布原因',
      publicShare: '一天内公开答复',
      firstResponse: '增派客服人手',
      logins: '先排除故障',
      nps: '回访十位转为不满的客户',
      attempts: '提供原有条款',
      dataExports: '致电最大的十家',
      churn: '重新审视决策',
    },
  },
  dissent: {
    title: '不同意见',
    note: '特意留白：请在签字前写下不同意见，或写“无异议”并注明询问了谁。',
  },
  signing: {
    title: '决定与签字',
    options: ['按拟议执行', '修改后执行', '先测量', '不执行'],
    roles: ['产品', '财务', '客户成功'],
  },
  limits:
    '这是模拟，不是对具体客户的预测。区间为 90% 的运行，包含偶然性，不包含模型形式或假设的错误。任何人用相同的情景、种子和模型版本都能重复。',
  footer: (seed, runs, customers, model, digest) =>
    `种子 ${seed}，${runs} 次运行，${customers} 位客户。模型 ${model}，输入摘要 ${digest}`,
  page: (page, of) => `第 ${page} 页，共 ${of} 页`,
};
