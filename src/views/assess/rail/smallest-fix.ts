/** What the card of the smallest fix shows. */
export interface ChanceWithRange {
  /** Probability of a mass exit, 0..1, and its 90 % range. */
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}

/** A fix in words, or why there is none. */
export type SmallestFix =
  | {
      /** What to change, in the reader's language, the least first. */
      readonly steps: readonly { readonly label: string }[];
      readonly before: ChanceWithRange;
      readonly after: ChanceWithRange;
      /** Another one to choose from: fixes that let the decision be larger. */
      readonly other: {
        readonly names: readonly string[];
        readonly after: ChanceWithRange;
      } | null;
    }
  /** None was found; these help, and the order of costs leaves them out. */
  | { readonly leftOut: readonly string[] }
  | 'searching'
  | 'notNeeded'
  | 'noneFound';
