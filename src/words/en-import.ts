/** What an import of a customer file says, in English. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
const quoted = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(', ');

export const importing = {
  fields: {
    price: 'monthly charge',
    tenure: 'months as a customer',
    contract: 'contract terms',
    churned: 'churned or not',
    total: 'total charges',
    complaints: 'complaints',
    id: 'customer number',
    revenue: 'revenue so far',
    startDate: 'customer since',
    churnDate: 'day of leaving',
    churnReason: 'reason for leaving',
    logins: 'log-ins',
    lastPurchase: 'last purchase',
    purchases: 'number of purchases',
    segment: 'segment',
  },
  groupings: {
    column: 'by a column of the file',
    terms: 'by contract and price',
    rfm: 'by recency, frequency and revenue',
  },
  formats: {
    spreadsheet: 'a spreadsheet',
    archive: 'an archive',
    pdf: 'a PDF',
    html: 'a web page',
    json: 'JSON',
    binary: 'a binary file',
  },
  problems: {
    tooManyRows: (limit: string) =>
      `It has more than ${limit} rows. Take a random sample of them.`,
    unreadable: 'It cannot be read. It may have been moved, deleted or locked.',
    empty: 'It is empty. Export the customer list again and check that it has rows.',
    notCsv: (format: string) =>
      `It is ${format}, not CSV. Open it in a spreadsheet and save it as CSV (UTF-8).`,
    notUtf8:
      'Its text looks like none of the encodings known here. Choose one, or save it as CSV (UTF-8) and try again.',
    otherEncoding: (encoding: string) =>
      `Its text is not in ${encoding}. Choose another encoding.`,
    openQuote: (line: string) =>
      `Line ${line}: a quote is opened and never closed. Close or remove it.`,
    rowTooLong: (line: string, limit: string) =>
      `Line ${line}: the row has more than ${limit} characters. A quote may be opened in it and never closed.`,
    headerOnly: 'It has a header and no rows. Export the customer list again.',
    noUsableColumn: (columns: readonly string[]) =>
      `None of its columns is known: ${quoted(columns)}. Needed is at least one of: monthly charge, months as a customer, contract terms, churned.`,
    noUsableValue: (column: string, line: string, value: string) =>
      `Column "${column}" holds no value that can be used; line ${line} says "${value}". Rename it or correct its values.`,
    noUsableRow: (rows: string) =>
      `None of its ${rows} rows can be used. Check that charges and months are plain numbers.`,
    noGrouping: (way: string, fields: readonly string[]) =>
      `Its customers cannot be grouped ${way}. Missing: ${fields.join(', ')}.`,
    mapping: 'Its columns could not be matched to what is needed.',
  },
  faults: {
    blank: 'is empty',
    notANumber: 'is not a number',
    percent: 'is a percentage',
    otherDecimal: 'has another decimal sign than the other rows',
    outOfRange: 'is out of range',
    notADate: 'is not a date',
    otherDateOrder: 'has day and month in another order than the other rows',
    unknownTerms: 'names unknown terms',
    unknownAnswer: 'is neither yes nor no',
    tooManyCells: 'cells too many',
  },
  effects: {
    kept: 'kept, the value is not needed',
    leftOutOfChurn: 'left out of the churn',
    leftOutOfComplaints: 'left out of the complaints',
    leftOut: 'left out',
  },
  churnMissed: 'The simulated churn could not be brought to the observed one everywhere.',
  lines: (lines: string, more: boolean) => `Lines ${lines}${more ? ' …' : ''}`,
  fault: (count: number, shown: string, column: string, fault: string, effect: string) =>
    `"${column}" ${fault} in ${shown} ${plural(count, 'row', 'rows')} (${effect}).`,
  surplusCells: (count: number, shown: string, effect: string) =>
    `${shown} ${plural(count, 'row has', 'rows have')} more cells than the header (${effect}).`,
  notes: {
    columnChosen: (field: string, column: string, others: readonly string[]) =>
      `Column "${column}" is read as ${field}, not ${quoted(others)}.`,
    columnIgnored: (field: string, column: string, line: string, value: string) =>
      `Column "${column}" was not read as ${field}: line ${line} says "${value}".`,
    longTermsAsAnnual: (count: string) =>
      `${count} customers on terms of two years or more count as annual.`,
    shortTenure: (count: string) =>
      `${count} customers of under half a month count as half a month.`,
    noPrice: 'It has no monthly charge: all customers pay the same.',
    revenueForPrice:
      'It has no monthly charge: the revenue so far tells what a segment brings.',
    encodingGuessed: (encoding: string) =>
      `The file does not say in which encoding it is; it is read as ${encoding}. Choose another one where names look wrong.`,
    gradeNotPrice: (column: string) =>
      `Column "${column}" holds grades from 0 to 10, so it was not read as the monthly charge.`,
    decimalGuessed: {
      '.': (value: string) =>
        `Nothing tells how "${value}" is meant; it is read with a decimal point.`,
      ',': (value: string) =>
        `Nothing tells how "${value}" is meant; it is read with a decimal comma.`,
    },
    datesGuessed: {
      dmy: (value: string) => `Nothing tells how "${value}" is meant; the day is read first.`,
      mdy: (value: string) => `Nothing tells how "${value}" is meant; the month is read first.`,
    },
    severalCurrencies: (currencies: readonly string[]) =>
      `Amounts are in ${currencies.join(', ')}; they are not converted.`,
    tenureFromDates: (column: string, until: string) =>
      `Months are counted from "${column}" to the day of leaving, or to ${until}, the latest date in the file.`,
    endsBeforeStart: (count: string) =>
      `${count} customers left before they came; they are left out of the churn.`,
    churnedFrom: (columns: readonly string[]) =>
      `Whoever has an entry in ${quoted(columns)} counts as having left.`,
    nameless: (count: string) => `${count} customers without a segment are in "Other".`,
    othersTogether: (names: string, count: string) =>
      `Small segments are taken together as "Other": ${names} with ${count} customers.`,
    groupJoined: (group: string, into: string, count: string) =>
      `${group}: ${count} customers are too few for a segment and count as ${into}.`,
    noContract: "It has no contract terms: the share on annual terms is the template's.",
    noChurn: "It does not tell who left and when: the everyday churn is the template's.",
    nobodyChurned: "Nobody in it has left: the everyday churn is the template's.",
    everybodyChurned: "Everybody in it has left: the everyday churn is the template's.",
    fewOnOneTerm: (count: string) =>
      `${count} customers are too few for a segment of their own; they count with the others.`,
    levelsMerged: (segment: string) =>
      `${segment}: price levels with few customers are taken together.`,
    fewChurned: (segment: string, churned: string) =>
      `${segment}: the churn rests on ${churned} customers who left.`,
    hazardCapped: (segment: string, cap: string) =>
      `${segment}: the churn is more than ${cap} times the mean and is taken as ${cap} times.`,
    totalDisagrees: (column: string, ratio: string) =>
      `"${column}" is ${ratio} times months × monthly charge: check the units.`,
    duplicateIds: (count: string, line: string, id: string) =>
      `${count} customer numbers occur more than once, "${id}" in line ${line} for one.`,
  },
};

export type ImportWords = typeof importing;
