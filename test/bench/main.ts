/** `npm run bench`: how fast the kernel is and how long answers take, on this machine, now. */
import { availableParallelism, cpus } from 'node:os';
import { ALL_SIZES, answerTimings, questionTimings } from './answers.ts';
import { rate, sizeTimings, weekTimings } from './kernel.ts';
import { ADDITIONS, machineNow } from './machine.ts';
import { checksum, ratioInTurns } from './timing.ts';
import type { Timing } from './timing.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const quick = process.argv.includes('--quick');
const rounds = quick ? 3 : 15;

const named = (timings: readonly Timing[], name: string): Timing => {
  const found = timings.find((timing) => timing.name === name);
  if (!found) throw new Error(`There is no timing "${name}".`);
  return found;
};
const ms = ({ median, least, most }: Timing) =>
  `${median.toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)})`;
const millions = (value: number) => `${value.toPrecision(3)} M customer-weeks/s`;
const row = (what: string, value: string, target = '') =>
  print(`| ${what} | ${value} | ${target} |`);

/** What to read the other figures by, on a machine whose speed changes. */
async function machineTable(): Promise<void> {
  const { cycles, bytes } = await machineNow(rounds);
  const now = `${cycles.toFixed(2)} billion cycles/s, ${bytes.toFixed(0)} GB/s read`;
  row('one core while this was measured', now);
}

async function kernelTable(): Promise<void> {
  const customers = 20_000;
  const { timings, customerWeeks } = await weekTimings(customers, rounds);
  const of = (name: string) => named(timings, name);
  const pass = of('pass');
  const rates = {
    pass: rate(customerWeeks.kernel, pass.median),
    unwatched: rate(customerWeeks.kernel, of('unwatched').median),
    watched: rate(customerWeeks.kernel, of('watched').median),
    page: rate(customerWeeks.page, of('page').median),
  };
  const [slowest, fastest] = [pass.most, pass.least].map((time) =>
    rate(customerWeeks.kernel, time).toFixed(0),
  );
  const spread = `${millions(rates.pass)} (${slowest} to ${fastest})`;
  row('weekly pass, 20,000 customers, one core', spread, '≥ 150, aim 250');
  const additions = (ratioInTurns(pass, of('additions')) * ADDITIONS) / customerWeeks.kernel;
  row('a customer-week of it, in the time of dependent additions', additions.toFixed(1));
  row('the same on the page of equations (plain TypeScript)', millions(rates.page));
  row('pass against page', `${(rates.pass / rates.page).toFixed(1)} times`, '≥ 12');
  row(
    'whole run with events',
    `${millions(rates.unwatched)}, ${(100 * ratioInTurns(pass, of('unwatched'))).toFixed(0)} % of the pass`,
    '≥ 60 %',
  );
  row(
    'whole run with every measure taken',
    `${millions(rates.watched)}, ${(100 * ratioInTurns(pass, of('watched'))).toFixed(0)} % of the pass`,
    '≥ 60 %',
  );
}

/** Tells how long the people of the default scenario take to draw. */
async function sizeTable(): Promise<Timing> {
  const small = await sizeTimings([4000], 104, rounds);
  row('4,000 people and their ties drawn', ms(named(small.timings, 'begin 4000')));
  row('one run of them, 104 weeks and 26 before', ms(named(small.timings, 'run 4000')));
  const large = await sizeTimings([10_000, 1_000_000], 104, quick ? 1 : 3);
  const perHead = (part: 'begin' | 'run', customers: number) =>
    named(large.timings, `${part} ${customers}`).median / customers;
  const whole = (customers: number) => perHead('begin', customers) + perHead('run', customers);
  const times = (cost: (customers: number) => number) =>
    `${(cost(1_000_000) / cost(10_000)).toFixed(2)} times`;
  row('a customer among 1,000,000 against 10,000, drawn and run', times(whole), '≤ 1.8');
  row(
    'of that, a customer-week',
    times((customers) => perHead('run', customers)),
  );
  row('memory of 1,000,000 customers', `${(large.bytes / 1e6).toFixed(0)} MB`, '< 400');
  return named(small.timings, 'begin 4000');
}

async function answerTable(drawn: Timing): Promise<void> {
  const answers = quick ? 2 : 4;
  const two = await answerTimings(2, answers);
  const one = await answerTimings(1, answers);
  const targets = ['150 ms', '600 ms', '', '3,000 ms', '6,000 ms', ''];
  two.forEach((timing, i) => {
    const alone = named(one, timing.name).median / timing.median;
    row(
      `${timing.name}, 2 workers`,
      `${ms(timing)}; one worker ${alone.toFixed(2)} times`,
      targets[i],
    );
  });
  // Each seed draws its people for the cliff and for the runs at the decision.
  const share = (100 * 2 * 40 * drawn.median) / named(one, ALL_SIZES).median;
  row(
    'drawing people and ties, of the cliff over all sizes',
    `${share.toFixed(0)} %`,
    '≤ 25 %',
  );
}

async function questionTable(): Promise<void> {
  for (const timing of await questionTimings(2))
    row(`question "${timing.name}", 2 workers, once`, `${(timing.median / 1000).toFixed(1)} s`);
}

print(
  `${cpus()[0]?.model ?? 'processor'}, ${availableParallelism()} of them; Node ${process.version}`,
);
print(`Median of ${rounds} rounds, the candidates in turns (fastest to slowest)\n`);
print('| what | measured | target |\n|---|---|---|');
await machineTable();
await kernelTable();
await answerTable(await sizeTable());
if (!quick) await questionTable();
print(`\nchecksum ${checksum().toFixed(6)}`);
