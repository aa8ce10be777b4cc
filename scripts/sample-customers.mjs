/**
 * Writes the synthetic customer file that the repository carries: the columns of a telephone company's churn
 * table, every value invented. The same seed gives the same file, byte by byte.
 *
 *   node scripts/sample-customers.mjs              writes public/examples/customers-sample.csv
 *   node scripts/sample-customers.mjs <file>       writes there; - is the standard output
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import seedrandom from 'seedrandom';

const ROWS = 1200;
const SEED = 'sample customers 1';
const FILE = fileURLToPath(new URL('../public/examples/customers-sample.csv', import.meta.url));

const random = seedrandom(SEED);

/** @param {number} share from 0 to 1 */
const chance = (share) => random() < share;

/** @param {readonly string[]} options */
const pick = (options) => options[Math.floor(random() * options.length)];

/**
 * One of the keys, each as likely as its weight.
 * @template {string} Key
 * @param {Record<Key, number>} weights that add up to 1
 * @returns {Key}
 */
function weighted(weights) {
  const keys = /** @type {Key[]} */ (Object.keys(weights));
  let rest = random();
  for (const key of keys) {
    rest -= weights[key];
    if (rest < 0) return key;
  }
  return /** @type {Key} */ (keys.at(-1));
}

/**
 * @typedef {'Month-to-month' | 'One year' | 'Two year'} Contract
 * @typedef {'Fiber optic' | 'DSL' | 'No'} Connection
 */

/** @type {Record<Contract, number>} */
const CONTRACTS = { 'Month-to-month': 0.52, 'One year': 0.26, 'Two year': 0.22 };
/** @type {Record<Connection, number>} */
const CONNECTIONS = { 'Fiber optic': 0.42, DSL: 0.35, No: 0.23 };
const PAYMENTS = [
  'Electronic check',
  'Mailed check',
  'Bank transfer (automatic)',
  'Credit card (automatic)',
];

/** Chance to leave in any month, by terms and connection. Made up, in the order of what such tables show. */
const MONTHLY_CHURN = {
  'Month-to-month': { 'Fiber optic': 0.032, DSL: 0.021, No: 0.016 },
  'One year': { 'Fiber optic': 0.006, DSL: 0.0035, No: 0.002 },
  'Two year': { 'Fiber optic': 0.002, DSL: 0.001, No: 0.0006 },
};
/** Months since the customer could first have joined. */
const LONGEST = { 'Month-to-month': 60, 'One year': 70, 'Two year': 72 };

/**
 * Lives through the months one by one: leaves in one of them, or is still there at the end.
 * @param {Contract} contract
 * @param {Connection} internet
 */
function stayOf(contract, internet) {
  const months = Math.floor(random() * (LONGEST[contract] + 1));
  const hazard = MONTHLY_CHURN[contract][internet];
  for (let month = 1; month <= months; month += 1)
    if (chance(hazard)) return { tenure: month, churned: true };
  return { tenure: months, churned: false };
}

const EXTRAS = [
  'OnlineSecurity',
  'OnlineBackup',
  'DeviceProtection',
  'TechSupport',
  'StreamingTV',
  'StreamingMovies',
];

/**
 * Money with two digits after the point, in steps of five cents.
 * @param {number} amount
 */
const money = (amount) => (Math.round(amount * 20) / 20).toFixed(2);

/**
 * @param {Connection} internet
 * @param {boolean} phone
 * @param {string} lines
 * @param {Record<string, string>} extras
 */
function chargeOf(internet, phone, lines, extras) {
  const connection = { 'Fiber optic': 46, DSL: 24, No: 0 }[internet];
  const calls = phone ? 19 + (lines === 'Yes' ? 5 : 0) : 0;
  const added = Object.values(extras).filter((value) => value === 'Yes').length * 5.5;
  return Number(money(connection + calls + added + (random() - 0.5) * 4));
}

/** @param {number} number */
function customer(number) {
  const contract = weighted(CONTRACTS);
  const internet = weighted(CONNECTIONS);
  const phone = internet === 'No' || chance(0.88);
  const lines = phone ? (chance(0.45) ? 'Yes' : 'No') : 'No phone service';
  const extras = Object.fromEntries(
    EXTRAS.map((name) => [
      name,
      internet === 'No' ? 'No internet service' : chance(0.42) ? 'Yes' : 'No',
    ]),
  );
  const charge = chargeOf(internet, phone, lines, extras);
  const { tenure, churned } = stayOf(contract, internet);
  const partner = chance(0.48);
  return {
    customerID: `TT-${String(number).padStart(5, '0')}`,
    gender: pick(['Female', 'Male']),
    SeniorCitizen: chance(0.16) ? 1 : 0,
    Partner: partner ? 'Yes' : 'No',
    Dependents: chance(partner ? 0.45 : 0.12) ? 'Yes' : 'No',
    tenure,
    PhoneService: phone ? 'Yes' : 'No',
    MultipleLines: lines,
    InternetService: internet,
    ...extras,
    Contract: contract,
    PaperlessBilling: chance(0.6) ? 'Yes' : 'No',
    PaymentMethod: pick(PAYMENTS),
    MonthlyCharges: charge,
    // Nobody who came this month has been charged yet: the cell is a blank, as such tables have it.
    TotalCharges: tenure === 0 ? ' ' : money(charge * tenure * (0.96 + 0.08 * random())),
    Churn: churned ? 'Yes' : 'No',
  };
}

const rows = Array.from({ length: ROWS }, (_, i) => customer(i + 1));
const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
const text = lines.map((cells) => `${cells.join(',')}\n`).join('');

const target = process.argv[2] ?? FILE;
if (target === '-') process.stdout.write(text);
else writeFileSync(target, text);
