/** What the lake says, in Chinese. */
import type { LakeWords } from './en-lake.ts';

export const lake: LakeWords = {
  play: '播放',
  pause: '暂停',
  stepOn: '前进一周',
  speed: '速度',
  times: (speed) => `${speed} 倍`,
  gone: (share) => `${share} 已离开`,
  markerOf: (decision) => `${decision}，周次`,
  markerKeys: '左右键把决策移动 1 周，加 Shift 移动 4 周。',
  lastSafe: '最晚',
  calmWeeks: (_count, shown) => `${shown} 周平静，其实已越过`,
  calmFinding: (week, _count, shown) =>
    `最晚可安全撤回：${week}；之后平静 ${shown} 周，流失率才显出变化。`,
};
