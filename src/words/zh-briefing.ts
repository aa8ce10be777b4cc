/** 打印简报的界面。 */
import type { BriefingWords } from './en-briefing.ts';

export const briefing: BriefingWords = {
  open: '导出简报',
  openHint: '供打印和签字的两页',
  noDecision: '简报需要一个可以调整幅度的决策',
  label: '简报',
  counting: (done, planned) => `正在生成简报：已完成 ${done} / ${planned} 次。`,
  ready: '两页，A4。在打印对话框中选择“另存为 PDF”可得到文件。',
  stopped: (reason) => `简报中断，输入已保留。${reason}`,
  again: '重试',
  print: '打印',
  html: '存为 HTML',
  markdown: '存为 Markdown',
  close: '返回',
};
