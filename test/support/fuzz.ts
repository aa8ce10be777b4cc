/** Cases of each property over hostile input: 2,000, or what THERMOCLINE_FUZZ asks for, such as 100000. */
export const FUZZ_CASES = Number(process.env['THERMOCLINE_FUZZ'] ?? 2000);

/** Longer than any test of a property may take: with many cases, in proportion to them. */
export const FUZZ_TIMEOUT_MS = Math.max(30_000, FUZZ_CASES * 20);

/** What hangs for longer is a page that hangs. */
export const ANSWER_WITHIN_MS = 1000;
