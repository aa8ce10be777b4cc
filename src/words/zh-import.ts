/** What an import of a customer file says, in Chinese. */
import type { ImportWords } from './en-import.ts';

const quoted = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join('、');

export const importing: ImportWords = {
  fields: {
    price: '月费',
    tenure: '在网月数',
    contract: '合同类型',
    churned: '是否流失',
    total: '累计费用',
    complaints: '投诉',
    id: '客户编号',
  },
  formats: {
    spreadsheet: '电子表格',
    archive: '压缩包',
    pdf: 'PDF',
    html: '网页',
    json: 'JSON',
    binary: '二进制文件',
  },
  problems: {
    tooManyRows: (limit) => `文件超过 ${limit} 行。请随机抽取一部分行。`,
    unreadable: '无法读取文件。它可能已被移动、删除，或正被占用。',
    empty: '文件是空的。请重新导出客户列表，并确认其中有数据行。',
    notCsv: (format) =>
      `文件格式：${format}，不是 CSV。请用电子表格打开，另存为 CSV（UTF-8）。`,
    notUtf8: '无法识别文本的编码。请另存为 CSV（UTF-8）后再试。',
    openQuote: (line) => `第 ${line} 行：引号没有闭合。请补上或删除。`,
    rowTooLong: (line, limit) =>
      `第 ${line} 行：这一行超过 ${limit} 个字符，可能有引号没有闭合。`,
    headerOnly: '只有表头，没有数据行。请重新导出客户列表。',
    noUsableColumn: (columns) =>
      `没有可识别的列：${quoted(columns)}。至少需要其中一列：月费、在网月数、合同类型、是否流失。`,
    noUsableValue: (column, line, value) =>
      `列 "${column}" 没有可用的值；第 ${line} 行为 "${value}"。请改列名或修正数值。`,
    noUsableRow: (rows) => `${rows} 行数据都无法使用。请确认费用和月数是纯数字。`,
    mapping: '文件的列无法与所需内容对应。',
  },
  faults: {
    blank: '为空',
    notANumber: '不是数字',
    outOfRange: '超出范围',
    unknownTerms: '的合同类型无法识别',
    unknownAnswer: '既不是“是”也不是“否”',
    tooManyCells: '单元格过多',
  },
  effects: {
    kept: '保留，不需要这个值',
    leftOutOfChurn: '不计入流失',
    leftOutOfComplaints: '不计入投诉',
    leftOut: '跳过',
  },
  churnMissed: '模拟的流失率未能在所有客群达到实际值。',
  lines: (lines, more) => `第 ${lines}${more ? ' …' : ''} 行`,
  fault: (_count, shown, column, fault, effect) =>
    `"${column}" ${fault}：${shown} 行（${effect}）。`,
  surplusCells: (_count, shown, effect) => `${shown} 行的单元格多于表头（${effect}）。`,
  notes: {
    columnChosen: (field, column, others) =>
      `${field}取自列 "${column}"，而不是 ${quoted(others)}。`,
    columnIgnored: (field, column, line, value) =>
      `列 "${column}" 未作为${field}使用：第 ${line} 行为 "${value}"。`,
    longTermsAsAnnual: (count) => `${count} 位两年及以上合约的客户按年付计算。`,
    shortTenure: (count) => `${count} 位在网不足半个月的客户按半个月计算。`,
    noPrice: '文件没有月费：所有客户按同一价格计算。',
    noContract: '文件没有合同类型：年付比例取模板值。',
    noChurn: '文件没有说明谁在何时离开：日常流失取模板值。',
    nobodyChurned: '文件中没有人离开：日常流失取模板值。',
    everybodyChurned: '文件中所有人都已离开：日常流失取模板值。',
    fewOnOneTerm: (count) => `${count} 位客户太少，不单独成群，并入其他客群。`,
    levelsMerged: (segment) => `${segment}：客户较少的价格档已合并。`,
    fewChurned: (segment, churned) => `${segment}：流失率只依据 ${churned} 位离开的客户。`,
    hazardCapped: (segment, cap) =>
      `${segment}：流失率超过平均值的 ${cap} 倍，按 ${cap} 倍计算。`,
    totalDisagrees: (column, ratio) => `"${column}" 是月数乘月费的 ${ratio} 倍：请检查单位。`,
    duplicateIds: (count, line, id) => `${count} 个客户编号重复，例如第 ${line} 行的 "${id}"。`,
  },
};
