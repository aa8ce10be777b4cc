/** The dialog in which a customer file is looked at, read and accepted, in English. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const importDialog = {
  title: 'Import customers',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  another: 'Choose another file',
  stays:
    'Nothing leaves this computer. What is loaded stays until you accept the new customers.',
  file: {
    label: 'The file',
    size: 'Size',
    encoding: 'Encoding',
    delimiter: 'Delimiter',
    decimal: 'Decimals',
    delimiters: { comma: 'comma', semicolon: 'semicolon', tab: 'tab', bar: 'vertical bar' },
    decimals: { point: 'point (1,234.5)', comma: 'comma (1.234,5)' },
  },
  looking: 'The file is being looked at.',
  refused: 'This file cannot be used.',
  columns: {
    title: 'What the columns are',
    about: (used: string, all: string) =>
      `${used} of ${all} columns are used. Check what each was taken for; a field can be used once.`,
    table: 'Columns of the file',
    column: 'Column',
    values: 'First values',
    use: 'Used as',
    useOf: (column: string) => `Used as: ${column}`,
    unused: 'not used',
    unnamed: (number: string) => `Column ${number}, without a name`,
    noValues: 'blank',
    read: 'Read the file',
    moved: (field: string, column: string) =>
      `"${field}" was taken from the column "${column}", which is not used now.`,
  },
  options: {
    found: (encoding: string) => `as found: ${encoding}`,
    dates: 'Dates',
    orders: { dmy: 'day first: 31/12/2024', mdy: 'month first: 12/31/2024' },
    by: 'Segments by',
    auto: 'what the file suggests',
    ways: {
      column: 'its segment column',
      terms: 'contract terms and price',
      rfm: 'recency, frequency and money',
    },
  },
  silent: {
    found: (count: string, share: string, spend: string) =>
      `${count} customers bring ${share} of ${spend} and have never complained. Such customers leave without a word.`,
    split: (count: string, share: string, spend: string) =>
      `${count} customers, who bring ${share} of ${spend} and have never complained, are a segment of their own.`,
    spends: {
      revenue: 'the revenue',
      total: 'all charges so far',
      price: 'the monthly charges',
    },
    own: 'Make them a segment',
    join: 'Put them back',
  },
  reading: {
    title: 'Reading the file',
    progress: (percent: string, rows: string) => `${percent} read, ${rows} rows`,
    solving: 'Matching the simulated churn to the observed one',
  },
  rows: {
    title: 'Values that cannot be used',
    about: (values: number, shown: string, rows: string) =>
      `${shown} ${plural(values, 'value', 'values')} in ${rows} rows cannot be used as ${plural(values, 'it is', 'they are')}.`,
    kind: (column: string, fault: string) => `"${column}" ${fault}`,
    surplus: 'More cells than the header',
    count: (count: number, shown: string, effect: string) =>
      `${shown} ${plural(count, 'row', 'rows')}, ${effect}`,
    table: (kind: string) => `Rows: ${kind}`,
    line: 'Line',
    column: 'Column',
    value: 'Value',
    expected: 'Expected',
    blank: 'blank',
    cells: (count: string) => `${count} cells`,
    cellsExpected: (count: string) => `${count} cells`,
    first: (shown: string) => `The first ${shown} are listed.`,
    skip: (count: number, shown: string) =>
      `Skip ${shown} ${plural(count, 'row', 'rows')} and use the rest`,
    useAll: 'Use the rows as they are',
    back: 'Back to fix the file',
  },
  expected: {
    id: 'a customer number',
    price: 'a number from 0',
    tenure: 'months, a number from 0 to 1,200',
    contract: 'monthly, one year, two years or the like',
    churned: 'yes or no, 1 or 0, churned or stayed',
    total: 'a number',
    complaints: 'a number of complaints, or yes or no',
    revenue: 'an amount',
    startDate: 'a date, such as 2024-12-31 or 31/12/2024',
    churnDate: 'a date, such as 2024-12-31 or 31/12/2024, or nothing',
    churnReason: 'a text, or nothing',
    logins: 'a number of log-ins',
    lastPurchase: 'a date, such as 2024-12-31 or 31/12/2024',
    purchases: 'a number of purchases',
    segment: 'the name of a segment',
  },
  summary: {
    title: 'The customers of the file',
    customers: 'Customers',
    leftOut: (used: string, rows: string) => `of ${rows} rows; ${used} left out`,
    segments: 'Segments',
    price: 'Mean monthly price',
    churn: 'Monthly churn',
    unknown: 'not told',
    table: 'Segments of the file',
    segment: 'Segment',
    count: 'Customers',
    meanPrice: 'Mean price',
    meanRevenue: 'Mean revenue so far',
    notes: 'Worth knowing',
    accept: 'Use these customers',
    met: 'The simulated churn matches the observed one in every segment.',
    survival: {
      title: 'How long they stay',
      running: 'The market with these customers is being simulated.',
      about:
        'Share still there, by months as a customer. Steps: the file (Kaplan-Meier, 90% range). Line: the simulated market with the everyday churn of the file, the same at every age.',
      label: (name: string, file: string, market: string) =>
        `${name}: after 12 months ${file} are still there in the file, ${market} in the simulated market.`,
      axis: 'Months as a customer',
    },
    refused: 'These customers do not fit the scenario that is open:',
  },
  stopped: (reason: string) => `The import stopped: ${reason}`,
};

export type ImportDialogWords = typeof importDialog;
