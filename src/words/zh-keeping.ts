/** 打开情景库之前，页面关于保存的文字。 */
import type { KeepingWords } from './en-keeping.ts';

export const keeping: KeepingWords = {
  title: '情景库',
  hint: '保存在本浏览器中的情景',
  copyOf: (name) => `${name.replace(/（副本）+$/, '').slice(0, 190)}（副本）`,
  continued: (name) => `接着上次继续：${name}。`,
  notKept: (why) => `修改没有保存：${why}。请在情景库中把工作存为文件。`,
  problems: {
    full: '浏览器的存储空间已满',
    denied: '浏览器不允许本页存储数据（某些隐私窗口如此）',
    newer: '另一个标签页打开了更新的版本',
    failed: (reason) => `浏览器的存储出错（${reason}）`,
  },
};
