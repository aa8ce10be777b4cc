/** 保存在本浏览器中的情景。 */
import type { LibraryWords } from './en-library.ts';

export const library: LibraryWords = {
  title: '情景库',
  close: '关闭',
  about: '每次修改都会保存在本浏览器中，不会传到别处。',
  search: '按名称搜索',
  add: '从文件添加',
  exportAll: '全部存为文件',
  list: '已保存的情景',
  openHere: '当前页面',
  noVerdict: '尚未算完',
  chips: { above: '水面之上', near: '接近', past: '已越过' },
  actions: {
    rename: (name) => `重命名：${name}`,
    duplicate: (name) => `复制：${name}`,
    save: (name) => `存为文件：${name}`,
    remove: (name) => `删除：${name}`,
    saveDamaged: (name) => `把剩余内容存为文件：${name}`,
  },
  newName: '新名称',
  empty: '还没有保存的情景。做出第一处修改后，情景会自动保存。',
  reading: '正在读取列表 …',
  notFound: (search) => `没有名称包含“${search}”的情景。`,
  count: (_count, shown) => `本浏览器中有 ${shown} 个情景`,
  removed: (name) => `已删除：${name}。`,
  undo: '撤销',
  added: (count, shown) => (count === 0 ? '没有添加情景。' : `已添加 ${shown} 个情景。`),
  known: (_count, shown) => `另有 ${shown} 个原本就在。`,
  refused: (name, reason) => `未添加${name ? `：${name}` : '一个情景'}，${reason}。`,
  refusedFile: (name) => `${name} 未能添加，一切保持原样：`,
  unreadable: (name) => `无法读取 ${name}。`,
  gone: '它已不在：另一个标签页把它删除了。',
  damaged: {
    title: '搁置的记录',
    about: '以下记录无法读取。它们原样保留；存成文件后也许还能修复。',
    item: (name, reason) => `${name}，原因：${reason}`,
    newer: (name) =>
      `${name ? `${name} 由` : '有一个情景由'}更新的版本保存。请刷新页面后再打开。`,
  },
  conflict: {
    told: (name) => `另一个标签页修改了“${name}”。在你选择之前，不再保存。`,
    both: '两份都留',
    other: '载入另一份',
  },
};
