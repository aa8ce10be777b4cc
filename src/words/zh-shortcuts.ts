/** The list of keys, in Chinese. */
import type { ShortcutWords } from './en-shortcuts.ts';

export const shortcuts: ShortcutWords = {
  title: '键盘快捷键',
  hint: '键盘快捷键（?）',
  close: '关闭',
  groups: [
    {
      name: '全页',
      keys: [
        ['Ctrl 或 Cmd + Z', '撤销'],
        ['Ctrl 或 Cmd + Shift + Z', '重做'],
        ['问号键 ?', '打开此列表'],
        ['图表中按 D', '以表格显示，再按恢复'],
      ],
    },
    {
      name: '悬崖',
      keys: [
        ['左右键', '半个百分点，加 Shift 为 2 个'],
        ['翻页键', '5 个百分点'],
        ['按 T', '跳到临界点'],
      ],
    },
    {
      name: '时间线',
      keys: [
        ['空格键', '播放或暂停'],
        ['左右键', '1 周，加 Shift 为 4 周'],
        ['首尾键（Home、End）', '第一周和最后一周'],
      ],
    },
    {
      name: '水柱',
      keys: [
        ['方向键', '移到相邻的客户'],
        ['回车键', '固定这位客户'],
        ['退出键（Esc）', '放开'],
      ],
    },
    {
      name: '决策',
      keys: [
        ['上下键', '移到上一行或下一行'],
        ['回车', '打开或关闭设置'],
        ['删除键（Delete）', '删除这项决策'],
        ['Alt 加上下键', '在同一周内提前或推后'],
      ],
    },
    {
      name: '缓冲措施',
      keys: [
        ['左右键', '1 步，加 Shift 为 5 步'],
        ['首尾键（Home、End）', '到两端'],
        ['数字加回车', '设为该数值'],
        ['退格键', '重置'],
      ],
    },
  ],
};
