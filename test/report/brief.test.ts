import { describe, expect, test } from 'vitest';
import { concludeWayBack } from '../../src/assess/wayBack.ts';
import type { Assumed } from '../../src/assess/assumed.ts';
import type { WayBack } from '../../src/assess/wayBack.ts';
import type { Judged } from '../../src/assess/assessment.ts';
import type { Counterfactual } from '../../src/assess/counterfactual.ts';
import type { Fixes } from '../../src/assess/fixes.ts';
import type { Sensitivity } from '../../src/assess/tornado.ts';
import type { Warning } from '../../src/assess/warning.ts';
import { parseScenario } from '../../src/model/parse.ts';
import { briefOf } from '../../src/report/compose.ts';
import type { Evidence } from '../../src/report/evidence.ts';
import { documentOf, pagesOf } from '../../src/report/html.ts';
import type { Language } from '../../src/words/index.ts';
import { markdownOf } from '../../src/report/markdown.ts';
import { LANGUAGES, wordsIn } from '../../src/words/index.ts';
import { doses, judged } from '../support/assessment.ts';

const NAME = 'Rise <b>& "more"</b> | 18%';
const parsed = parseScenario({
  version: 1,
  name: NAME,
  seed: 'brief',
  horizon: 104,
  customers: 4000,
  runs: 400,
  template: 'general',
  decisions: [{ kind: 'price', week: 8, change: 0.18 }],
  buffers: [{ kind: 'notice', weeks: 4 }],
});
if (!parsed.ok) throw new Error('The scenario must hold.');
const { scenario } = parsed;

const assessment: Judged = { ...judged, scenario: NAME, seed: 'brief' };
const weekly = (value: number) => Array.from({ length: 104 }, () => value);
const timeline: Evidence['timeline'] = {
  run: 3,
  weeks: 104,
  nps: weekly(20),
  monthlyChurn: weekly(0.029),
  revenue: weekly(1),
  strata: {
    gone: weekly(0.46),
    pending: weekly(0.02),
    captive: weekly(0.12),
    past: weekly(0.11),
    wavering: weekly(0.1),
    content: weekly(0.19),
  },
  pastBreakingPoint: weekly(0.4),
  trust: weekly(0.42),
};
const bare: Evidence = {
  scenario,
  assessment,
  lines: [
    {
      run: 0,
      losses: doses,
      tip: 0.15,
      breaks: [{ from: 0.15, to: null }],
      monotone: true,
      path: doses.map((dose) => ({ dose, loss: dose })),
    },
  ],
  typical: doses.map((dose) => [dose, dose * 1.5] as const),
  naive: {
    slope: { value: 0.2, low: 0.1, high: 0.3 },
    upTo: 0.05,
    points: doses.map((dose) => ({ dose, loss: dose * 0.2 })),
    atSize: 0.036,
    gap: { value: 0.38, low: 0.1, high: 0.5 },
    runs: 20,
  },
  timeline,
};

const estimate = (value: number, low: number, high: number) => ({ value, low, high });
const wayBack: WayBack = {
  ...concludeWayBack(scenario, []),
  deadline: { kind: 'week', ...estimate(19, 17, 21) },
  visibleRise: { ...estimate(34, 30, 38), runs: 14 },
  calmWeeks: { ...estimate(15, 9, 20), runs: 14 },
};
const share = { ...estimate(0.12, 0.05, 0.2), runs: 12 };
const measured = (measure: 'complaints' | 'nps' | 'logins' | 'churn', lead: number) => ({
  measure,
  alarmed: 12,
  lead: { ...estimate(lead, lead - 3, lead + 3), runs: 12 },
  before: 11,
  leadToWave: { ...estimate(lead + 20, lead + 15, lead + 25), runs: 12 },
  beforeWave: 11,
  falseAlarms: share,
  twinAlarms: share,
  limit: { side: 'above' as const, ...estimate(3.2, 2.9, 3.6), runs: 12 },
});
const warning: Warning = {
  all: { runs: 120, breaking: 42 },
  runs: 40,
  breaking: 20,
  showing: 14,
  baseWeeks: 26,
  outcome: 'measured',
  visibleRise: null,
  wave: null,
  measures: [
    { ...measured('complaints', 7), claim: 'warns' },
    { ...measured('nps', 11), claim: 'warns' },
    { ...measured('logins', 9), claim: 'soundsEitherWay' },
    { ...measured('churn', 0), claim: 'noLead' },
  ],
};
const shift = (id: 'notice' | 'grandfathering', value: number) => ({
  id,
  setting: {},
  shift: {
    ...estimate(value, value - 0.01, value + 0.01),
    ...{ pairs: 20, bound: 'none' as const },
  },
  saved: null,
  moved: { up: 0, down: 0 },
  runs: 20,
  chance: 0.3,
  effect: 'helps' as const,
  scenario,
});
const fixes: Fixes = {
  kind: 'price',
  size: 0.18,
  runs: 20,
  tippingPoint: null,
  breaksWithout: false,
  chance: 0.71,
  needed: 0.028,
  fixes: [shift('grandfathering', 0.041), shift('notice', 0.029)],
};
const end = (parameter: number, tip: number | null, value: number) => ({
  parameter,
  shift: { ...estimate(value, value, value), ...{ pairs: 12, bound: 'none' as const } },
  runs: 12,
  breaking: 6,
  tip,
});
const sensitivity: Sensitivity = {
  kind: 'price',
  size: 0.18,
  tippingPoint: null,
  chance: 0.7,
  runs: 12,
  bars: [
    {
      name: 'k',
      base: 8,
      known: 'range',
      low: end(6, 0.174, 0.02),
      high: end(12, 0.123, -0.03),
      span: 0.05,
    },
  ],
  idle: [],
  flips: [],
};
const assumed: Assumed = {
  over: 'seedsAndAssumptions',
  from: 'ranges',
  kind: 'price',
  size: 0.18,
  threshold: 0.2,
  drawn: 120,
  runs: 101,
  exits: 64,
  chance: estimate(0.63, 0, 1),
  counted: { low: 0.55, high: 0.71 },
  above: 0.4,
  tippingPoint: { ...estimate(0.208, 0.0824, 0.4146), open: false },
  tips: [],
  churn: { own: 0.02, kept: null },
};
const { chance: _chance, ...exits } = assessment.massExit;
const segmentLoss = (segment: number, value: number) => ({
  segment,
  lost: estimate(value, value - 0.05, value + 0.05),
  atStake: estimate(value / 2, 0.1, 0.3),
  silent: { customers: estimate(38, 30, 45), revenue: estimate(0.02, 0.01, 0.03) },
});
const full: Evidence = {
  ...bare,
  counterfactual: {
    runs: 20,
    highValue: estimate(160, 150, 170),
    segments: [segmentLoss(0, 0.59), segmentLoss(1, 0.33)],
  } as unknown as Counterfactual,
  wayBack,
  warning,
  fixes,
  sensitivity,
  assumed,
  smallestFix: {
    kind: 'found',
    before: assessment.massExit,
    after: { ...exits, chance: 0.21, low: 0.12, high: 0.31 },
    fixes: ['notice', 'grandfathering'],
    alternative: null,
    size: null,
    scenario,
  },
};

describe.each(LANGUAGES)('the brief in %s', (language) => {
  const {
    brief: words,
    evidence: { measures },
  } = wordsIn(language);
  const brief = briefOf(full, language);
  const text = markdownOf(brief);
  const html = documentOf(brief);

  test('has two pages, each with what it takes to repeat it', () => {
    expect(brief.pages).toHaveLength(2);
    for (const part of ['brief', '400', '4,000', '1.0.0', '8f3c21a0b1c2'])
      expect(brief.footer).toContain(part);
    expect(html.split(`<span>${brief.footer}</span>`)).toHaveLength(3);
    expect(html.match(/class="page"/g)).toHaveLength(2);
  });

  test('says the figures of the answers, with their ranges', () => {
    for (const part of ['+18%', '2.8', '284', '116', '71%', '+15.2%', '−31%', '21%'])
      expect(text).toContain(part);
    expect(text).toContain(words.stats.week('19'));
    expect(text).toContain(words.timeline.calm(15, '15'));
    expect(text).toContain(words.range('17', '21'));
    expect(text).toMatch(/\+12\.3% (to|至) \+17\.4%/);
    expect(html).toContain('+4.1');
    // The forecast at the end of the axis, on the picture.
    expect(html).toMatch(/(Elasticity forecast|弹性预测) −\d+%/);
    expect(text).toMatch(/\| 59%( \(|（)54 (to|至) 64[)）] \|/);
    expect(text).toContain('| 38 |');
  });

  test('says what all assumptions together leave open', () => {
    const { together } = words.assumptions;
    const said = (evidence: Evidence) => markdownOf(briefOf(evidence, language));
    expect(text).toContain(together.frequency.ranges('64', '101'));
    expect(text).toContain(together.range('+8%', '+41%'));
    const tippingPoint = { ...estimate(0.208, 0.0824, 0.4146), open: true };
    expect(said({ ...full, assumed: { ...assumed, tippingPoint } })).toContain(
      together.open('+8%'),
    );
    const none = said({
      ...full,
      assumed: { ...assumed, from: 'history', tippingPoint: null },
    });
    expect(none).toContain(together.none);
    expect(none).toContain(together.frequency.history('64', '101'));
  });

  test('lists tripwires by lead, and says what is none', () => {
    const nps = text.indexOf(`| ${measures.nps} |`);
    const complaints = text.indexOf(`| ${measures.complaints} |`);
    expect(nps).toBeGreaterThan(0);
    expect(complaints).toBeGreaterThan(nps);
    expect(text).toContain(`| ${words.tripwires.above('3.2')} |`);
    expect(text).toContain(words.tripwires.units);
    expect(text).toContain(words.tripwires.noLead([measures.churn]));
    expect(text).toContain(words.tripwires.both([measures.logins]));
    // Of all that break and show it, as its claim is; before the wave as well; and looked at of all.
    expect(text).toContain(words.tripwires.seen('11', '14'));
    expect(text).toContain(
      words.tripwires.wave([
        `${measures.nps} ${words.within('31', '26', '36')}`,
        `${measures.complaints} ${words.within('27', '22', '32')}`,
      ]),
    );
    expect(text).toContain(words.tripwires.lead('40', '120', '20'));
  });

  test('tells what share of the loss a reversal brings back, never more than all of it', () => {
    const point = (weeksAfter: number, value: number, low: number, high: number) => ({
      ...{ week: 8 + weeksAfter, weeksAfter, avoided: 1 },
      ...{ loss: estimate(0.1, 0, 0.2), regained: estimate(value, low, high) },
    });
    const curve = [
      point(4, 1.002, 0.99, 1.01),
      point(9, 0.8, 0.7, 0.9),
      point(13, 0.5, -0.2, 0.8),
    ];
    const told = markdownOf(briefOf({ ...full, wayBack: { ...wayBack, curve } }, language));
    expect(told).toContain(
      words.timeline.returns([
        words.timeline.returnsAfter('4', '100%', language === 'en' ? '99 to 100' : '99 至 100'),
        words.timeline.returnsAfter('13', '50%', language === 'en' ? '0 to 80' : '0 至 80'),
      ]),
    );
    expect(text).not.toContain(words.timeline.returns([]).slice(0, 20));
  });

  test('a segment that grows is told as one, within its range', () => {
    const grows = { segments: [segmentLoss(0, -0.04)] } as unknown as Counterfactual;
    const counterfactual = { ...full.counterfactual, ...grows };
    const told = markdownOf(briefOf({ ...full, counterfactual }, language));
    expect(told).toContain(words.within('\u22124%', '\u22129', '1'));
  });

  test('of few runs that break there is neither a deadline nor a tripwire', () => {
    const all = { runs: 120, breaking: 3 };
    const few = markdownOf(
      briefOf(
        {
          ...full,
          wayBack: { ...concludeWayBack(scenario, []), all, deadline: { kind: 'tooFew' } },
          warning: { ...warning, all, outcome: 'tooFew' },
        },
        language,
      ),
    );
    expect(few).toContain(words.stats.tooFew);
    expect(few).toContain(words.stats.tooFewOf('3', '120'));
    expect(few).toContain(words.tripwires.tooFew('3', '120'));
    expect(few).not.toContain(words.tripwires.units);
  });

  test('puts dissent above the signatures', () => {
    const titles = brief.pages.flatMap(({ sections }) => sections.map(({ title }) => title));
    expect(titles.slice(-2)).toEqual([words.dissent.title, words.signing.title]);
  });

  test('leaves out whole sections without an answer, and invents nothing', () => {
    const short = markdownOf(briefOf({ ...bare, timeline: null }, language));
    for (const title of [
      words.timeline.title,
      words.assumptions.title,
      words.tripwires.title,
      words.moves.title,
      words.leavers.title,
      words.stats.deadline,
    ])
      expect(short).not.toContain(title);
    for (const output of [short, text, html])
      expect(output).not.toMatch(/undefined|NaN|null\b/);
  });

  test('what the reader typed is text, in Markdown and in HTML', () => {
    expect(html).not.toContain('<b>');
    expect(html).toContain('Rise &lt;b&gt;&amp; &quot;more&quot;&lt;/b&gt; | 18%');
    expect(text.split('\n')[0]).toContain('\\<b\\>');
    expect(text.split('\n')[0]).toContain('\\|');
  });

  test('runs nothing, loads nothing and sets no style attribute', () => {
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|\son\w+=|@import/);
    expect(html.match(/url\([^)]*\)/g)).toEqual(['url(#gone-hatch)']);
    expect(pagesOf(brief)).not.toContain('style=');
  });
});

test('where nothing tips and few runs were done, the brief says so', () => {
  const few: Judged = {
    ...assessment,
    verdict: 'counting',
    runs: 6,
    tippingPoint: null,
    massExit: { ...assessment.massExit, exits: 0, runs: 6, chance: 0 },
  };
  const { summary, stats } = briefOf({ ...bare, assessment: few }, 'en');
  expect(summary).toMatch(/^6 runs are too few/);
  expect(summary).toContain('none up to +100%');
  expect(summary).toContain('In none of the 6 simulated runs');
  expect(stats[1]).toMatchObject({ value: 'none up to +100%', range: 'in 60 runs' });
});

describe('what nothing brings about', () => {
  const { chance: _, ...fix } = shift('notice', 0);
  const idle = { ...fix, effect: 'nothing' as const, chance: 0 };
  const none = {
    ...idle,
    ...{ effect: 'harms' as const, id: 'obstructingDesk' as const },
    shift: { ...estimate(-0.11, -0.2, -0.05), pairs: 13, bound: 'atMost' as const },
  };
  const [bar] = sensitivity.bars;
  const still = bar && { ...bar, low: end(6, null, 0), high: end(12, null, 0), span: 0 };
  const said = (evidence: Partial<Evidence>, language: Language = 'en') =>
    markdownOf(briefOf({ ...full, ...evidence }, language));

  test('is no finding of the measures', () => {
    const never = { ...fixes, tippingPoint: null };
    expect(said({ fixes: { ...never, fixes: [idle, none] } })).toMatch(
      /Nothing to move: at no size do more than half of the runs break\.\n\n[^]*obstructs \| ≤/,
    );
    expect(said({ fixes: { ...never, fixes: [idle, none] } })).not.toContain(
      '| Longer notice |',
    );
    expect(said({ fixes: { ...never, fixes: [idle] } })).not.toContain('What moves');
    const tippingPoint = { ...estimate(0.2, 0.19, 0.21), open: false };
    const tried = said({ fixes: { ...never, tippingPoint, fixes: [idle, none] } });
    expect(tried).toContain('Nothing that was tried moves the tipping point up.');
    expect(tried).toContain('| Longer notice |');
    expect(tried).not.toContain('The largest shift');
  });

  test('is no assumption that the tipping point depends on', () => {
    if (!bar || !still) throw new Error('The evidence must have a bar.');
    const open = { ...bar, high: end(12, null, 0) };
    expect(said({ sensitivity: { ...sensitivity, bars: [open] } })).toContain(
      '| +17.4% or none |',
    );
    expect(said({ sensitivity: { ...sensitivity, bars: [open] } }, 'zh')).toContain(
      '| +17.4% 或没有 |',
    );
    const of = (changes: Partial<Sensitivity>, language: Language = 'en') =>
      said({ sensitivity: { ...sensitivity, ...changes } }, language);
    expect(of({ bars: [bar, still] })).toContain(
      'There is no tipping point. At an end of its plausible range 1 of 2 assumptions brings one about',
    );
    expect(of({ bars: [still] })).toContain('none of 1 assumptions brings one about');
    expect(of({ bars: [still] })).not.toMatch(/none to none|\| Assumption/);
    expect(of({ bars: [still] }, 'zh')).not.toContain('没有 至 没有');
    const tippingPoint = { ...estimate(0.2, 0.19, 0.21), open: false };
    expect(of({ tippingPoint, bars: [bar, still] })).toContain('The 1 of 2 assumptions');
    expect(of({ tippingPoint, bars: [still] })).toContain('None of 1 assumptions moves');
  });

  test('changes no verdict that there is not yet', () => {
    const few: Judged = { ...assessment, verdict: 'counting', runs: 6 };
    expect(said({})).toContain('None of them changes the answer alone.');
    expect(said({ assessment: few })).not.toContain('changes the answer alone');
  });
});

test('a segment that leaves by itself is said where all together are not past it', () => {
  const said = (verdict: Judged['verdict'], language: Language = 'en') =>
    briefOf({ ...full, assessment: { ...assessment, verdict } }, language).summary;
  expect(said('above')).toContain(
    'Of single segments as many leave as in a mass exit: Mainstream 59% (54 to 64); Power users 33% (28 to 38).',
  );
  expect(said('near', 'zh')).toContain(
    '单看客群，流失已达到集中流失程度的有：主流客户 59%（54 至 64）；',
  );
  expect(said('past')).not.toContain('single segments');
  const massExit = { ...assessment.massExit, threshold: 0.4 };
  const { summary } = briefOf(
    { ...full, assessment: { ...assessment, verdict: 'near', massExit } },
    'en',
  );
  expect(summary).toContain('mass exit: Mainstream 59% (54 to 64).');
});

test('what is proposed is said with its steps and whom it reaches', () => {
  const stepped = parseScenario({
    ...scenario,
    decisions: [
      { kind: 'price', week: 8, change: 0.18, steps: 2, segments: ['budget', 'vip'] },
      { kind: 'service', week: 9, downgrade: 0.3, ramp: 26 },
    ],
  });
  if (!stepped.ok) throw new Error('The scenario must hold.');
  const said = (language: Language) =>
    markdownOf(briefOf({ ...full, scenario: stepped.scenario }, language));
  expect(said('en')).toContain(
    'Price +18%, week 8 (2 steps, 26 weeks apart, Budget, VIP); Service cut 30%, week 9 (over 26 weeks).',
  );
  expect(said('zh')).toContain('服务缩减 30%，第 9 周（26 周内到位）。');
});

test('of many assumptions that change the answer the last ones are counted', () => {
  const names = ['k', 'beta', 'eta', 'cT', 'w', 'rho', 'push', 'psi'] as const;
  const flips = names.map((name) => ({
    ...{ name, end: 'low' as const, parameter: 1, verdict: 'above' as const },
  }));
  const said = (count: number, language: Language) =>
    markdownOf(
      briefOf(
        { ...full, sensitivity: { ...sensitivity, flips: flips.slice(0, count) } },
        language,
      ),
    );
  expect(said(6, 'en')).toContain(', Weight of trust, Pace of trust. With');
  expect(said(8, 'en')).toContain(', Pace of trust, and 2 more. With');
  expect(said(8, 'zh')).toMatch(/[^、]，另有 2 项。/);
});

test('names and roles stand before the colon of the language', () => {
  expect(markdownOf(briefOf(bare, 'en'))).toContain('# Trust Impact Assessment: Rise');
  expect(markdownOf(briefOf(bare, 'zh'))).toContain('# 信任影响评估：Rise');
  expect(documentOf(briefOf(bare, 'zh'))).toContain('<title>信任影响评估：Rise');
  expect(markdownOf(briefOf(bare, 'zh'))).toMatch(/\n产品：\\_/);
});

test('the figures by size say of how many runs they are', () => {
  const said = (language: Language) => markdownOf(briefOf(bare, language));
  expect(said('en')).toContain(
    'By size: losses of 40 runs, chances of 60; the chance at the proposed size: all 400.',
  );
  expect(said('zh')).toContain('损失来自 40 次运行，可能性来自 60 次');
});

test('openness is closed by points, and what breaks without the decision is not blamed on it', () => {
  const closing: Judged = {
    ...assessment,
    decision: { lever: 'openness', size: 0.15, before: 0.2, limit: 0.2, week: 8 },
    tippingPoint: null,
    distance: null,
  };
  const summaryOf = (one: Judged, language: Language) =>
    briefOf({ ...bare, assessment: one }, language).summary;
  expect(summaryOf(closing, 'en')).toContain(
    'The proposed closing by 15 points meets no tipping point: none up to closing by 20 points.',
  );
  expect(summaryOf(closing, 'zh')).toContain('拟议的关闭 15 个百分点未遇到临界点');
  const tippingPoint = { lever: 'price', value: 0, low: 0, high: 0.001, open: false } as const;
  const broken: Judged = {
    ...assessment,
    decision: { lever: 'price', size: -0.2, before: null, limit: 1, week: 8 },
    tippingPoint,
    distance: null,
  };
  expect(summaryOf(broken, 'en')).toContain(
    'Without the proposed \u221220% half of the runs or more end in a mass exit as well',
  );
  expect(summaryOf(broken, 'zh')).toContain('没有拟议的 \u221220% 也有半数以上');
});

describe('a brief does not contradict itself', () => {
  const slope: Evidence['shape'] = {
    ...{ kind: 'slope', capped: false, runs: 20 },
    steeper: { value: 1.8, low: 1.4, high: 2.2 },
  };

  test('where runs hold again beyond the tipping point', () => {
    const again: Judged = {
      ...assessment,
      ...{ verdict: 'above', dented: 48 },
      massExit: { ...assessment.massExit, exits: 8, chance: 0.02 },
    };
    const { summary } = briefOf({ ...bare, assessment: again }, 'en');
    expect(summary).toContain('beyond the first tipping point; most runs hold again there.');
    expect(summary).toContain('48 of 60 runs break at some sizes and hold at larger ones');
    const chinese = briefOf({ ...bare, assessment: again }, 'zh').summary;
    expect(chinese).toContain('多数运行又稳住了');
    expect(chinese).toContain('60 次运行中有 48 次');
    expect(briefOf(bare, 'en').summary).not.toContain('hold');
    // Of some runs it is chance.
    const some = briefOf({ ...bare, assessment: { ...assessment, dented: 6 } }, 'en').summary;
    expect(some).not.toContain('hold');
  });

  test('where it is past the tipping point of a slope', () => {
    expect(briefOf({ ...bare, shape: slope }, 'en').summary).toContain(
      'It went down a slope, not off a cliff',
    );
    const near: Judged = { ...assessment, verdict: 'near' };
    expect(briefOf({ ...bare, shape: slope, assessment: near }, 'zh').summary).toContain(
      '这是斜坡，不是悬崖',
    );
    expect(briefOf(bare, 'en').summary).not.toContain('slope');
  });

  test('where fewer than five runs have no range', () => {
    const few: Judged = {
      ...assessment,
      ...{ verdict: 'counting', runs: 2, cliffRuns: 2, sweptRuns: 2 },
    };
    const brief = briefOf({ ...bare, assessment: few }, 'en');
    expect(brief.stats.map(({ range }) => range).slice(1)).toEqual([
      ...['in 2 runs', 'vs doing nothing, in 2 runs', 'vs doing nothing, in 2 runs'],
    ]);
    const page = pagesOf(brief);
    expect(page).toContain('Tipping point +15.2% (in 2 runs)');
    expect(page).not.toContain('13.9');
    expect(markdownOf(brief)).toContain('| – |');
  });
});
