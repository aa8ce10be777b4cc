/** What the lake says, in Chinese. */
import type { LakeWords } from './en-lake.ts';

export const lake: LakeWords = {
  play: '播放',
  pause: '暂停',
  stepOn: '前进一周',
  speed: '速度',
  times: (speed) => `${speed} 倍`,
  gone: (share) => `${share} 已离开`,
  returns: (share) => `此时撤回，可挽回集中流失的 ${share}`,
  markerOf: (decision) => `${decision}，周次`,
  markerKeys: '左右键把决策移动 1 周，加 Shift 移动 4 周。',
  lastSafe: '最晚',
  calmWeeks: (_count, shown) => `${shown} 周平静，其实已越过`,
  calmFinding: (week, _count, shown) =>
    `最晚可安全撤回：${week}；之后平静 ${shown} 周，流失率才显出变化。`,
  forecast: (loss) => `弹性预测 ${loss}`,
  forecastShort: (loss) => `预测 ${loss}`,
  withFix: '补救之后',
  column: {
    title: '水柱',
    short: '水柱',
    sample: (week, shown, all) => `${week}，${all} 位中的 ${shown} 位`,
    pick: '点选一个圆点，看这位客户的经历',
    empty: '典型结果中的客户将显示在这里。',
    thermocline: '温跃层',
    trusting: '信任',
    leaving: '即将离开',
    keys: '方向键移到相邻的客户，回车键固定，Esc 键放开。',
    customer: (id) => `客户 #${id}`,
    state: (trust, zone) => `信任 ${trust}，${zone}`,
    zones: {
      above: '在温跃层之上',
      band: '在温跃层中',
      below: '在温跃层之下，更想离开',
      gone: '已离开',
    },
    table: '水柱的数据表',
    segment: '客群',
    head: { above: '之上', band: '之中', below: '之下', gone: '已离开' },
    finding: (week, above, band, below, gone) =>
      `${week}：图中客户有 ${above} 在温跃层之上，${band} 在其中，${below} 在其下，${gone} 已离开。`,
  },
};
