/** The dialog in which segments are merged, split, renamed and weighed, in Chinese. */
import type { SegmentEditorWords } from './en-segment-editor.ts';

export const segmentEditor: SegmentEditorWords = {
  title: '客群',
  about: '每次修改都可以单独撤销。总数始终不变：一个客群的占比变化时，其余客群保持相互比例。',
  close: '关闭',
  columns: {
    tick: '选择',
    name: '客群',
    counted: '文件中的客户',
    modelled: '模拟人数',
    share: '占比',
    revenue: '人均收入',
    revenuePart: '收入占比',
    value: '价值',
    churn: '日常流失',
  },
  hints: {
    revenue: '每月，货币与标价相同',
    revenueRelative: '以标价为单位',
    value: '产品对他们的价值，与平均值相比',
    churn: '没有任何决策时的离开速度，与平均值相比',
  },
  total: '合计',
  of: (column, segment) => `${column}：${segment}`,
  tick: (segment) => `选择：${segment}`,
  merge: '合并',
  mergeCount: (count) => `合并 ${count} 个客群`,
  mergeHint: '请选择两个或更多客群。',
  mergedMany: (first, others) => `${first} + 其他 ${others} 个`,
  split: '拆分',
  splitOf: (segment) => `拆分：${segment}`,
  splitHint: '请选择一个客群。',
  splitTooSmall: '它太小，无法拆分，或者已经有 24 个客群。',
  splitPart: '新客群的客户占比',
  emptyName: '客群需要名称。',
  takenName: (name) => `已有名为 "${name}" 的客群。`,
  merged: (count, name) =>
    `${count} 个客群已合并为 "${name}"。原来只针对其中之一的措施，现在针对全体。`,
  divided: (segment, name) => `已拆出新客群："${name}"，来自：${segment}。`,
  unselected: '选择一个客群可以拆分，选择多个可以合并。',
};
