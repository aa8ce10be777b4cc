/** What a stream of weekly amounts is worth in week 0. */

const WEEKS_A_YEAR = 52;
/** Newton's method doubles the correct digits in each; from so near a start these are plenty. */
const NEWTON_STEPS = 12;

/**
 * Present value of weekly amounts, the first of them due in week 0.
 * @param rate yearly discount rate: 0.1 is 10 % a year; 0 to 1
 * @throws RangeError naming the rate if it is outside that
 */
export function presentValue(amounts: readonly number[], rate: number): number {
  const factor = weeklyDiscount(rate);
  let [sum, worth] = [0, 1];
  for (const amount of amounts) {
    sum += amount * worth;
    worth *= factor;
  }
  return sum;
}

/** What one due a week later is worth. In basic arithmetic alone, so that every engine comes to the same bits. */
function weeklyDiscount(rate: number): number {
  if (!(rate >= 0 && rate <= 1))
    throw new RangeError(`rate: received ${rate}, expected a yearly rate from 0 to 1`);
  let growth = 1 + rate / WEEKS_A_YEAR;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    let power = 1;
    for (let week = 1; week < WEEKS_A_YEAR; week++) power *= growth;
    growth -= (power * growth - (1 + rate)) / (WEEKS_A_YEAR * power);
  }
  return 1 / growth;
}
