/** The dialog in which segments are merged, split, renamed and weighed, in English. */
export const segmentEditor = {
  title: 'Segments',
  about:
    'Every change is one step to undo. Totals always add up: when one share changes, the others keep their proportions.',
  close: 'Close',
  columns: {
    tick: 'Choose',
    name: 'Segment',
    counted: 'Customers in the file',
    modelled: 'People modelled',
    share: 'Share',
    revenue: 'Revenue per head',
    revenuePart: 'Of all revenue',
    value: 'Value',
    churn: 'Everyday churn',
  },
  hints: {
    revenue: 'a month, in the money of the list price',
    revenueRelative: 'in list prices',
    value: 'what the product is worth to them, against the mean',
    churn: 'leaving without any decision, against the mean',
  },
  total: 'Total',
  of: (column: string, segment: string) => `${column}: ${segment}`,
  tick: (segment: string) => `Choose ${segment}`,
  merge: 'Merge',
  mergeCount: (count: string) => `Merge ${count} segments`,
  mergeHint: 'Choose two or more segments.',
  mergedMany: (first: string, others: string) => `${first} + ${others} others`,
  split: 'Split',
  splitOf: (segment: string) => `Split ${segment}`,
  splitHint: 'Choose one segment.',
  splitTooSmall: 'It is too small to split, or there are 24 segments already.',
  splitPart: 'Customers of the new segment',
  emptyName: 'A segment needs a name.',
  takenName: (name: string) => `Another segment is called "${name}" already.`,
  merged: (count: string, name: string) =>
    `${count} segments are now "${name}". What was aimed at one of them reaches all of it.`,
  divided: (segment: string, name: string) => `A part of ${segment} is now "${name}".`,
  unselected: 'Choose one segment to split it, or several to merge them.',
};

export type SegmentEditorWords = typeof segmentEditor;
