/** What to watch if the decision goes ahead: the reported figures that lead, and those that do not. */
import type { Measure } from '../assess/alarms.ts';
import type { Claim, MeasureWarning, Warning } from '../assess/warning.ts';
import { section, text } from './brief.ts';
import type { Block, Section, Table } from './brief.ts';
import type { Evidence } from './evidence.ts';
import type { Voice } from './voice.ts';

/** Null if nobody asked. */
export function tripwireSection({ warning }: Evidence, voice: Voice): Section | null {
  if (!warning) return null;
  const { tripwires } = voice.words.brief;
  return section(tripwires.title, ...blocksOf(warning, voice));
}

function blocksOf(warning: Warning, voice: Voice): Block[] {
  const { words, numbers } = voice;
  const told = words.brief.tripwires;
  if (warning.outcome === 'holds') return [text(told.holds)];
  const { all, runs, breaking } = warning;
  if (warning.outcome === 'tooFew')
    return [text(told.tooFew(numbers.count(all.breaking), numbers.count(all.runs)))];
  const warns = claimed(warning, 'warns').sort(byLead);
  const waves = wavesOf(warns, voice);
  const named = (claim: Claim) =>
    claimed(warning, claim).map(({ measure }) => words.evidence.measures[measure]);
  const [late, both, anyway] = [
    named('noLead'),
    named('soundsEitherWay'),
    named('soundsAnyway'),
  ];
  return [
    text(
      told.lead(numbers.count(runs), numbers.count(all.runs), numbers.count(breaking)),
      true,
    ),
    warns.length === 0
      ? text(told.none)
      : { kind: 'table', table: tableOf(warns, warning, voice) },
    ...(waves.length > 0 ? [text(told.wave(waves), true)] : []),
    ...(warns.some(({ measure }) => PER_THOUSAND.includes(measure))
      ? [text(told.units, true)]
      : []),
    ...(late.length > 0 ? [text(told.noLead(late), true)] : []),
    ...(both.length > 0 ? [text(told.both(both), true)] : []),
    ...(anyway.length > 0 ? [text(told.anyway(anyway), true)] : []),
  ];
}

const claimed = ({ measures }: Warning, claim: Claim): MeasureWarning[] =>
  measures.filter((each) => each.claim === claim);

/** The longest lead first. */
const byLead = (a: MeasureWarning, b: MeasureWarning): number =>
  (b.lead?.value ?? 0) - (a.lead?.value ?? 0);

const PER_THOUSAND: readonly Measure[] = ['complaints', 'attempts', 'dataExports'];

/** The value of a measure in its unit. */
function limitText(
  measure: Measure,
  value: number,
  { words, numbers }: Pick<Voice, 'words' | 'numbers'>,
): string {
  switch (measure) {
    case 'publicShare':
    case 'logins':
      return numbers.percent(value);
    case 'churn':
      return numbers.rate(value);
    case 'firstResponse':
      return words.brief.tripwires.hours(numbers.count(value));
    case 'nps':
      return numbers.count(value);
    default:
      return numbers.decimal(value);
  }
}

/** A lead with its range; empty without one. */
const weeksOf = (
  lead: MeasureWarning['lead'],
  { words, numbers }: Pick<Voice, 'words' | 'numbers'>,
): string =>
  lead
    ? words.brief.within(
        numbers.count(lead.value),
        numbers.count(lead.low),
        numbers.count(lead.high),
      )
    : '';

/** The same measures before the wave, those that are. */
function wavesOf(measures: readonly MeasureWarning[], voice: Voice): string[] {
  const { measures: names } = voice.words.evidence;
  return measures
    .filter(({ leadToWave }) => leadToWave)
    .map(({ measure, leadToWave }) => `${names[measure]} ${weeksOf(leadToWave, voice)}`);
}

function tableOf(
  measures: readonly MeasureWarning[],
  { showing }: Warning,
  voice: Voice,
): Table {
  const { words, numbers } = voice;
  const told = words.brief.tripwires;
  const { columns, owners, actions } = told;
  return {
    columns: [
      { text: columns.signal, number: false },
      { text: columns.limit, number: false },
      { text: columns.lead, number: true },
      { text: columns.seen, number: true },
      { text: columns.falseAlarms, number: true },
      { text: columns.owner, number: false },
      { text: columns.action, number: false },
    ],
    rows: measures.map(({ measure, limit, lead, before, falseAlarms, twinAlarms }) => [
      words.evidence.measures[measure],
      limit ? told[limit.side](limitText(measure, limit.value, { words, numbers })) : '',
      weeksOf(lead, voice),
      told.seen(numbers.count(before), numbers.count(showing)),
      numbers.part((falseAlarms ?? twinAlarms).value),
      owners[measure],
      actions[measure],
    ]),
  };
}
