/** Ways of grouping customers. */

/** By a column of the file, by contract terms and price, or by recency, frequency and money. */
export const GROUPINGS = ['column', 'terms', 'rfm'] as const;
export type GroupingName = (typeof GROUPINGS)[number];
