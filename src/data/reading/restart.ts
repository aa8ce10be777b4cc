/** What was taken for granted of a file at its beginning, and what happens where a later part disproves it. */
export type Decimal = '.' | ',';

/** Which comes first where both are numbers: 31/12/2024 or 12/31/2024. */
export type DateOrder = 'dmy' | 'mdy';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a pass over a file goes by; null where it goes by the evidence. */
export interface Assumed {
  readonly encoding: Encoding | null;
  /** The reader has said so: nothing in the file disproves it. */
  readonly encodingTold: boolean;
  readonly decimal: Decimal | null;
  readonly dates: DateOrder | null;
}

/** Thrown by a pass that has learned better: the file has to be read again from its beginning. */
export class Restart extends Error {
  constructor(readonly learned: Partial<Assumed>) {
    super('the file has to be read again');
  }
}

/** What a pass over the file gives, repeated with what it has learned until nothing has to be learned. */
export async function withRestarts<T>(
  assumed: Assumed,
  pass: (assumed: Assumed) => Promise<T>,
): Promise<T> {
  try {
    return await pass(assumed);
  } catch (error) {
    if (!(error instanceof Restart)) throw error;
    return await withRestarts({ ...assumed, ...error.learned }, pass);
  }
}
