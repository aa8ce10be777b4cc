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
    revenue: '累计收入',
    startDate: '入网日期',
    churnDate: '离开日期',
    churnReason: '离开原因',
    logins: '登录次数',
    lastPurchase: '最近一次购买',
    purchases: '购买次数',
    segment: '客群',
  },
  groupings: {
    column: '按文件中的列',
    terms: '按合同和价格',
    rfm: '按最近购买、购买次数和收入',
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
    notUtf8: '无法识别文本的编码。请选择编码，或另存为 CSV（UTF-8）后再试。',
    otherEncoding: (encoding) => `文本不是 ${encoding} 编码。请选择其他编码。`,
    openQuote: (line) => `第 ${line} 行：引号没有闭合。请补上或删除。`,
    rowTooLong: (line, limit) =>
      `第 ${line} 行：这一行超过 ${limit} 个字符，可能有引号没有闭合。`,
    headerOnly: '只有表头，没有数据行。请重新导出客户列表。',
    noUsableColumn: (columns) =>
      `没有可识别的列：${quoted(columns)}。至少需要其中一列：月费、在网月数、合同类型、是否流失。`,
    noUsableValue: (column, line, value) =>
      `列 "${column}" 没有可用的值；第 ${line} 行为 "${value}"。请改列名或修正数值。`,
    noUsableRow: (rows) => `${rows} 行数据都无法使用。请确认费用和月数是纯数字。`,
    noGrouping: (way, fields) => `无法这样分群：${way}。缺少：${fields.join('、')}。`,
    mapping: '文件的列无法与所需内容对应。',
  },
  faults: {
    blank: '为空',
    notANumber: '不是数字',
    percent: '是百分比',
    otherDecimal: '的小数点写法与其他行不同',
    outOfRange: '超出范围',
    notADate: '不是日期',
    otherDateOrder: '的日月顺序与其他行不同',
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
    revenueForPrice: '文件没有月费：各客群的价值按累计收入计算。',
    encodingGuessed: (encoding) =>
      `文件没有说明编码：按 ${encoding} 读取。如果名称显示不对，请选择其他编码。`,
    gradeNotPrice: (column) => `列 "${column}" 是 0 到 10 的等级，没有作为月费使用。`,
    decimalGuessed: {
      '.': (value) => `文件没有说明 "${value}" 的含义：按小数点读取。`,
      ',': (value) => `文件没有说明 "${value}" 的含义：按小数逗号读取。`,
    },
    datesGuessed: {
      dmy: (value) => `文件没有说明 "${value}" 的含义：按先日后月读取。`,
      mdy: (value) => `文件没有说明 "${value}" 的含义：按先月后日读取。`,
    },
    severalCurrencies: (currencies) => `金额有多种货币：${currencies.join('、')}，没有换算。`,
    tenureFromDates: (column, until) =>
      `在网月数从 "${column}" 算到离开的日期；仍在网的算到 ${until}，即文件中最晚的日期。`,
    endsBeforeStart: (count) => `${count} 位客户的离开日期早于入网日期，不计入流失。`,
    churnedFrom: (columns) => `${quoted(columns)} 有内容的客户视为已离开。`,
    nameless: (count) => `${count} 位没有客群的客户归入“其他”。`,
    othersTogether: (names, count) => `${names} 个较小的客群（${count} 位客户）归入“其他”。`,
    groupJoined: (group, into, count) =>
      `${group}：${count} 位客户太少，不单独成群，计入：${into}。`,
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
