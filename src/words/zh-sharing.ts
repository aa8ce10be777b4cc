/** 情景链接与导出的中文。 */
import type { SharingWords } from './en-sharing.ts';

export const sharing: SharingWords = {
  share: '分享',
  shareHint: '复制此情景的链接',
  files: '导出文件',
  filesHint: '把情景、结果、图表和简报存为文件',
  link: '此情景的链接',
  copied: '链接已复制。打开它就能看到这个情景；导入的客户只包含客群，不含名单。',
  copyByHand: (keys) => `请用 ${keys} 复制链接。`,
  tooLarge: '这个情景太大，放不进链接。请改发文件。',
  close: '关闭',
  refused: '链接未能打开，一切保持原样：',
  problems: {
    notALink: '这不是情景链接。请复制完整的链接再试。',
    newer: (version) => `它来自更新的版本（链接版本 ${version}）。请刷新页面后再打开。`,
    damaged: '它在传送中被截断或改动。请对方再发一次。',
    tooLarge: '它超出了链接的长度上限。请对方改发情景文件。',
  },
  moreProblems: (_count, shown) => `还有 ${shown} 个问题`,
  otherModel: (made, here) =>
    `这个链接${made ? `由模型 ${made} 生成` : '由未知版本的模型生成'}；此处的数字来自模型 ${here}，可能有所不同。`,
  ignored: '地址中有看不懂的内容，已忽略：',
  parameter: (name, value, expected) =>
    `参数 ${name}：收到“${value}”，应为 ${expected.slice(0, -1).join('、')} 或 ${expected.at(-1)}。`,
};
