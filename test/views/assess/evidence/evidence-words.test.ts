import { describe, expect, test } from 'vitest';
import type { Counterfactual, Loss } from '../../../../src/assess/counterfactual.ts';
import type { Desk } from '../../../../src/assess/desk.ts';
import type { Fixes, FixShift } from '../../../../src/assess/fixes.ts';
import type { Shift } from '../../../../src/assess/paired.ts';
import type { MeasureWarning, Warning } from '../../../../src/assess/warning.ts';
import {
  deskSentence,
  effectFinding,
  inOrderOfLead,
  leadCells,
  leavesFinding,
  meritInWords,
  meritRange,
  meritText,
  shiftRangeText,
  shiftText,
  warningFinding,
  falselyOf,
} from '../../../../src/views/assess/evidence/evidence-words.ts';
import { wordsIn } from '../../../../src/words/index.ts';
import { numbersFor } from '../../../../src/words/numbers.ts';
import { scenarioWith } from '../../../state/scenarios.ts';

const en = { words: wordsIn('en'), numbers: numbersFor('en') };
const zh = { words: wordsIn('zh'), numbers: numbersFor('zh') };
const scenario = scenarioWith();

const shift = (id: FixShift['id'], value: number, more: Partial<FixShift> = {}): FixShift => ({
  ...{ id, setting: {}, runs: 20, saved: null, chance: 0.3, scenario },
  moved: { up: 0, down: 0 },
  shift: shiftOf(value),
  effect: value > 0.01 ? 'helps' : 'nothing',
  ...more,
});
const shiftOf = (value: number, bound: Shift['bound'] = 'none'): Shift => ({
  ...{ value, low: value - 0.01, high: value + 0.01, pairs: 20, bound },
});
const fixesOf = (needed: number | null, ...fixes: FixShift[]): Fixes => ({
  ...{ kind: 'price', size: 0.2, runs: 20, chance: 0.7, needed, fixes, breaksWithout: false },
  tippingPoint: null,
});

describe('what moves the cliff', () => {
  test('is said with its range, and how many measures reach the shift needed', () => {
    const found = fixesOf(0.028, shift('explanation', 0.041), shift('notice', 0.029));
    expect(effectFinding(en, found)).toBe(
      '“Explain the reasons” moves the tipping point most: +4.1 points (+3.1 to +5.1). 2 of 2 reach the shift needed.',
    );
  });

  test('is nothing where nothing helps, and none where nothing is left to try', () => {
    expect(effectFinding(en, fixesOf(0.02, shift('notice', 0.002)))).toBe(
      'Nothing that was tried moves the tipping point up.',
    );
    expect(effectFinding(en, fixesOf(0.02))).toMatch(/in place already/);
  });

  test('claims nothing of a shift needed where there is room to spare', () => {
    expect(effectFinding(en, fixesOf(-0.05, shift('notice', 0.03)))).not.toMatch(/needed/);
  });

  test('is at least as much where a run never tips', () => {
    expect(shiftText(en, shiftOf(0.03, 'atLeast'))).toBe('≥ +3.0');
    expect(shiftRangeText(en, shiftOf(0.03, 'atLeast'))).toBe('≥ +2.0');
    expect(shiftText(en, shiftOf(-0.03, 'atMost'))).toBe('≤ \u22123.0');
    expect(shiftRangeText(zh, shiftOf(-0.03, 'atMost'))).toBe('至多 \u22122.0');
    expect(shiftText(zh, shiftOf(-0.03))).toBe('\u22123.0');
    expect(shiftRangeText(en, shiftOf(0.03))).toBe('+2.0 to +4.0');
  });

  test('is told by the customers kept where the runs break without the decision', () => {
    const kept = (effect: FixShift['effect']) =>
      shift('openness', 0, { shift: null, saved: estimate(0.124, 0.01), effect });
    const broken = (effect: FixShift['effect']): Fixes => ({
      ...{ ...fixesOf(null, kept(effect)), breaksWithout: true },
    });
    expect(meritText(en, kept('helps'))).toBe('+12.4% customers');
    const later = { ...kept('helps'), moved: { up: 9, down: 0 } };
    expect(meritText(en, later)).toBe('later in 9 of 20 runs');
    expect([meritRange(en, later), meritRange(en, kept('helps'))]).toEqual([
      ...['', '+11.4 to +13.4'],
    ]);
    expect(meritInWords(zh, shift('pause', 0.03))).toBe('+3.0 个百分点');
    expect(meritText(zh, { ...later, effect: 'harms', moved: { up: 0, down: 7 } })).toBe(
      '20 次中 7 次更早越过',
    );
    expect(meritText(zh, shift('pause', 0, { shift: null }))).toBe('无法判断');
    expect(effectFinding(en, broken('helps'))).toBe(
      'The runs break without this decision as well. Of what was tried “Open the data export” does most: +12.4% customers.',
    );
    expect(effectFinding(zh, broken('nothing'))).toBe(
      '不做这项决策，模拟也会出现集中流失。试过的措施都不能多留住客户。',
    );
    expect(effectFinding(en, { ...fixesOf(null, kept('helps')), size: -0.2 })).toMatch(
      /^No tipping point bounds a size below 0\. Of what/,
    );
  });
});

const estimate = (value: number, spread = 0) => ({
  ...{ value, low: value - spread, high: value + spread },
});
const loss = (lost: number): Loss => ({
  ...{ lost: estimate(lost, 0.1), atStake: estimate(lost / 4) },
  silent: { customers: estimate(43), revenue: estimate(0.1) },
});

test('who leaves names the segment that loses most, and nobody where all gain', () => {
  const found = (...lost: number[]) =>
    ({
      segments: lost.map((each, segment) => ({ segment, ...loss(each) })),
      all: loss(0.3),
      highValue: estimate(161.4),
    }) as unknown as Counterfactual;
  expect(leavesFinding(en, scenario, found(0.2, 0.8, 0.1))).toBe(
    'Most lost: Power users, 80% (+70 to +90) more than without the decision. Of the 161 who spend most at the end, 43 are silent VIPs.',
  );
  expect(leavesFinding(en, scenario, found(-0.2, -0.1))).toMatch(/^No segment/);
});

test('a save desk is told by what it stops early on and at the end', () => {
  const figures = (attempts: number, saved: number | null) => ({
    attempts: estimate(attempts),
    saved: saved === null ? null : { ...estimate(saved), runs: 20 },
  });
  const desk: Desk = { mode: 'obstruct', first: figures(44, 0.56), last: figures(223, 0.38) };
  expect(deskSentence(en, desk)).toBe(
    'The save desk holds up 56% of attempts to cancel in its first 13 weeks (44 a month), 38% in the last 13 (223 a month).',
  );
  expect(deskSentence(zh, { ...desk, mode: 'listen' })).toMatch(
    /^挽留专席劝回.*56%（每月 44 次）/,
  );
  expect(deskSentence(en, { ...desk, first: figures(0, null) })).toBe('');
  expect(deskSentence(en, null)).toBe('');
});

const measured = (
  measure: MeasureWarning['measure'],
  lead: number | null,
  claim: MeasureWarning['claim'],
): MeasureWarning => ({
  ...{ measure, alarmed: 9, before: 9, leadToWave: null, beforeWave: 9, claim },
  lead: lead === null ? null : { ...estimate(lead, 2), runs: 9 },
  falseAlarms: null,
  twinAlarms: { ...estimate(0.08), runs: 40 },
  limit: null,
});
const warningOf = (outcome: Warning['outcome'], ...measures: MeasureWarning[]): Warning => ({
  ...{
    all: { runs: 120, breaking: 3 },
    runs: 40,
    breaking: 20,
    showing: 20,
    baseWeeks: 12,
    outcome,
    visibleRise: null,
    wave: null,
    measures,
  },
});

describe('early warning', () => {
  const churn = measured('churn', 30, 'warns');
  const loud = measured('nps', 20, 'soundsAnyway');
  const late = measured('logins', -1, 'noLead');
  const first = measured('complaints', 9, 'warns');
  const second = measured('attempts', 4, 'warns');

  test('puts those that warn first, the earliest before the others, and churn last', () => {
    const order = inOrderOfLead([churn, late, loud, second, first]);
    expect(order.map(({ measure }) => measure)).toEqual([
      ...['complaints', 'attempts', 'nps', 'logins', 'churn'],
    ]);
  });

  test('says what warns first, and claims nothing of what has no lead or sounds anyway', () => {
    expect(warningFinding(en, warningOf('measured', loud, second, first))).toBe(
      'First to warn: Complaints, 9 weeks before churn shows it (7 to 11), with false alarms in 8% of the runs without the decision.',
    );
    expect(warningFinding(en, warningOf('measured', loud, late))).toMatch(
      /^No reported figure leads/,
    );
  });

  test('counts false alarms in the runs that hold, if there are some', () => {
    const held = { ...first, falseAlarms: { ...estimate(0.4), runs: 12 } };
    const said = (voice: typeof en) => warningFinding(voice, warningOf('measured', held));
    expect(said(en)).toMatch(/with false alarms in 40% of the runs that hold\.$/);
    expect(said(zh)).toMatch(/，守住的模拟中有 40% 误报。$/);
    expect(falselyOf(held)).toBe(held.falseAlarms);
    expect(falselyOf(first)).toBe(first.twinAlarms);
  });

  test('says how long before the wave, where that is known', () => {
    const wave = { ...first, leadToWave: { ...estimate(21, 4), runs: 9 } };
    expect(warningFinding(en, warningOf('measured', wave))).toContain(
      '9 weeks before churn shows it (7 to 11) and 21 before the wave of exits, with',
    );
    expect(warningFinding(zh, warningOf('measured', wave))).toContain(
      '提前 9 周（7 至 11），比流失高峰提前 21 周，',
    );
  });

  test('gives no lead in the table of what has none', () => {
    expect(leadCells(en, first, first.lead)).toEqual(['9', '7 to 11']);
    expect(leadCells(en, late, late.lead)).toEqual(['1 week late', '—']);
    const early = measured('churn', 19, 'noLead');
    expect(leadCells(en, early, early.lead)).toEqual(['—', '—']);
    expect(leadCells(zh, late, late.lead)[0]).toBe('晚 1 周');
    expect(leadCells(en, first, null)).toEqual(['—', '—']);
  });

  test('says why there is no answer', () => {
    expect(warningFinding(en, warningOf('holds'))).toBe(
      'None of 120 runs ends in a mass exit: there is nothing to warn of.',
    );
    expect(warningFinding(en, warningOf('tooFew'))).toMatch(/^Only 3 of 120 runs break/);
    expect(warningFinding(zh, warningOf('tooFew'))).toMatch(/^120 次模拟中只有 3 次/);
  });
});
