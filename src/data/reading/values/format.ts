/** How a file writes its numbers and dates: by the evidence of its values, or as told. */
import { Restart } from '../restart.ts';
import type { Assumed, DateOrder, Decimal } from '../restart.ts';
import { decimalIn, otherDecimal } from './numbers.ts';

type Days = Readonly<Record<DateOrder, number | undefined>>;

/**
 * The decimal sign and the order of dates of one file. Both go by the majority of the values by which alone
 * they can be told, in the beginning of the file; where there is none, by the first later one, with which the
 * file is read again. Where nothing tells, 1,234 and 1.234 are thousands, and the day comes before the month.
 */
export class Format {
  decimal: Decimal = '.';
  dates: DateOrder = 'dmy';
  /** The first value of either kind that could be read in two ways; it has to be told if nothing decided. */
  ambiguousNumber: string | undefined;
  ambiguousDate: string | undefined;
  /** Amounts by currency, of those that name one. */
  readonly currencies = new Map<string, number>();
  private decimalProven = false;
  private datesProven = false;
  private readonly seen = { '.': 0, ',': 0, dmy: 0, mdy: 0, thousands: { '.': 0, ',': 0 } };
  private sampling = true;

  constructor(private readonly assumed: Assumed) {}

  /** Called between the values of the beginning, read for this only, and those of the whole file. */
  decide(): void {
    const { seen, assumed } = this;
    this.sampling = false;
    this.decimalProven = assumed.decimal !== null || seen['.'] + seen[','] > 0;
    this.datesProven = assumed.dates !== null || seen.dmy + seen.mdy > 0;
    this.decimal = assumed.decimal ?? this.likelyDecimal();
    this.dates = assumed.dates ?? (seen.mdy > seen.dmy ? 'mdy' : 'dmy');
    this.ambiguousNumber = undefined;
    this.ambiguousDate = undefined;
    this.currencies.clear();
  }

  /** Whether a value stood for two things and nothing in the file told which. */
  get decimalGuessed(): boolean {
    return !this.decimalProven && this.ambiguousNumber !== undefined;
  }

  get datesGuessed(): boolean {
    return !this.datesProven && this.ambiguousDate !== undefined;
  }

  /** Takes a number with separators as evidence. */
  seeNumber(text: string): void {
    if (this.decimalProven && !this.sampling) return;
    const tells = decimalIn(text);
    if (tells === undefined) return;
    if (this.sampling) this.countNumber(text, tells);
    else if (tells === 'either') this.ambiguousNumber ??= text;
    else if (tells === this.decimal) this.decimalProven = true;
    else throw new Restart({ decimal: tells });
  }

  /** Takes a date as evidence whose order its form does not tell. */
  seeDate(text: string, { dmy, mdy }: Days): void {
    if (dmy === mdy) return;
    const tells = dmy === undefined ? 'mdy' : mdy === undefined ? 'dmy' : undefined;
    if (this.sampling) {
      if (tells) this.seen[tells] += 1;
    } else if (this.datesProven) return;
    else if (!tells) this.ambiguousDate ??= text;
    else if (tells === this.dates) this.datesProven = true;
    else throw new Restart({ dates: tells });
  }

  seeCurrency(code: string): void {
    this.currencies.set(code, (this.currencies.get(code) ?? 0) + 1);
  }

  private countNumber(text: string, tells: Decimal | 'either'): void {
    if (tells === 'either') this.seen.thousands[text.includes('.') ? '.' : ','] += 1;
    else this.seen[tells] += 1;
  }

  private likelyDecimal(): Decimal {
    const { seen } = this;
    if (this.decimalProven) return seen[','] > seen['.'] ? ',' : '.';
    return otherDecimal(seen.thousands['.'] > seen.thousands[','] ? '.' : ',');
  }
}
