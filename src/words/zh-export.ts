/** 导出文件的对话框。 */
import type { ExportWords } from './en-export.ts';

export const exporting: ExportWords = {
  title: '导出',
  close: '关闭',
  provenance: (seed, model, digest) =>
    `每个文件都注明来源：种子“${seed}”，模型 ${model}，摘要 ${digest}。`,
  everything: {
    name: '全部文件',
    about: '把下面的文件放进一个压缩包，并附一页说明。',
    action: '全部存为 zip',
  },
  brief: {
    name: '简报',
    about: '供管理层签字的两页：结论、假设、预警线、不同意见。',
    print: '打印或存为 PDF',
    markdown: '简报 Markdown',
    none: '简报需要一个可以调整幅度的决策。',
  },
  scenario: {
    name: '情景',
    about: '全部输入。可以在这里、在终端或在同事那里重新载入。导入的客户只包含客群，不含名单。',
    action: '情景 JSON',
  },
  results: {
    name: '结果',
    about:
      '每次运行每周的全部数字，一行一个，供电子表格或统计软件使用；第二个文件说明各序列的含义和单位。',
    limit: (written, runs, rows) =>
      `电子表格最多打开 ${rows} 行，所以其中是 ${runs} 次运行中的前 ${written} 次。终端命令会写出全部。`,
    table: '结果 CSV',
    units: '单位 CSV',
  },
  charts: {
    name: '图表',
    about: '与当前所见相同。SVG 放大不失真，可以编辑；PNG 的像素是页面的两倍。',
    svg: (chart) => `把“${chart}”存为 SVG`,
    png: (chart) => `把“${chart}”存为 PNG`,
    none: '页面上没有图表。',
  },
  working: {
    results: (done, planned) => `结果：已完成 ${done} / ${planned} 次`,
    brief: (done, planned) => `简报：已完成 ${done} / ${planned}`,
    charts: (done, planned) => `图表：已完成 ${done} / ${planned}`,
  },
  cancel: '取消',
  done: (name) => `${name} 已交给浏览器。`,
  stopped: (reason) => `导出中断，页面保持原样。${reason}`,
  readMe: {
    title: '从信任温跃层导出的文件',
    provenance: '与本页相同的来源信息，供程序读取',
    units: 'results.csv 中各列和各序列的含义与单位',
    markdown: '简报，Markdown 格式',
    html: '简报，可打印的网页',
    chart: (chart) => `图表：${chart}，矢量图和图像各一份`,
  },
};
