/** 可以缓和决策的措施，以实际测算的设定为准。 */
import type { FixWords } from './en-fixes.ts';

export const fixes: FixWords = {
  explanation: '充分解释',
  notice: '提前 12 周通知',
  oneMessage: '口径一致',
  opinionLeaders: '先沟通意见领袖',
  fasterResponse: '加快首次答复',
  empowerment: '一线授权',
  phaseIn: '分四步实施',
  openness: '开放数据导出',
  capacity: '增派投诉处理人手',
  listeningDesk: '倾听式挽留专席',
  outreach: '预警外联',
  litePlan: '精简套餐',
  pause: '暂停',
  grandfathering: '老客户保价',
  compensation: '补偿',
  apology: '道歉与整改',
  obstructingDesk: '设障式挽留专席',
};
