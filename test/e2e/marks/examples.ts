/** Each mark of the charts once, with fixed data: a test, and a page to work on it. */
import { drawBands } from '../../../src/charts/band.ts';
import { drawBracket } from '../../../src/charts/bracket.ts';
import { drawLine } from '../../../src/charts/curve.ts';
import { drawDeadline } from '../../../src/charts/deadline.ts';
import { drawFlag } from '../../../src/charts/flag.ts';
import { drawGrid } from '../../../src/charts/grid.ts';
import { drawIntervals } from '../../../src/charts/interval.ts';
import { drawLabels } from '../../../src/charts/label.ts';
import type { Group } from '../../../src/charts/layers.ts';
import { drawLevel } from '../../../src/charts/level.ts';
import { drawSeries } from '../../../src/charts/line.ts';
import { drawMarkers } from '../../../src/charts/markers.ts';
import { drawPoints } from '../../../src/charts/points.ts';
import { drawPlayhead } from '../../../src/charts/playhead.ts';
import { drawRing } from '../../../src/charts/ring.ts';
import { drawRules } from '../../../src/charts/rule.ts';
import { drawRuns } from '../../../src/charts/runs.ts';
import { drawShareBar } from '../../../src/charts/share-bar.ts';
import { drawStrata } from '../../../src/charts/strata.ts';
import { drawTemperatureLine } from '../../../src/charts/temperature.ts';
import { drawLayerName, drawThermocline } from '../../../src/charts/thermocline.ts';
import { drawTickRow } from '../../../src/charts/tick-row.ts';
import { drawSpan } from '../../../src/charts/span.ts';
import { drawTipping } from '../../../src/charts/tipping.ts';
import { drawWater } from '../../../src/charts/water.ts';
import { depth, PICTURE, plot, share, size, week } from './scales.ts';

const points = [
  [0, 0],
  [0.1, 0.03],
  [0.15, 0.2],
  [0.2, 0.42],
  [0.3, 0.46],
] as const;
const rising = [0.02, 0.03, 0.05, 0.1, 0.2, 0.35, 0.5, 0.55, 0.58, 0.6];
const range = { value: 0.15, low: 0.13, high: 0.17 };
const weeks = { value: 4, low: 3, high: 5 };
const percent = (value: number) => `${Math.round(value * 100)}%`;
const icon = 'M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8z';
const scales = { x: size, y: depth };

export const EXAMPLES: Readonly<Record<string, (group: Group) => void>> = {
  bands: (group) => {
    const steady = points.map(([at, value]) => ({ at, low: value / 2, high: value + 0.1 }));
    const middle = steady.map((point, i) => ({ ...point, middle: points[i]?.[1] ?? 0 }));
    drawBands(
      group,
      [
        { key: 'before', points: steady, color: 'var(--ink-3)', opacity: 0.18 },
        { key: 'after', points: middle, color: 'var(--series-1)' },
      ],
      scales,
    );
  },
  'bands-stepped': (group) => {
    const falling = points.map(([at, value]) => ({
      at,
      low: 0.5 - value,
      high: 0.55 - value,
      middle: 0.52 - value,
    }));
    drawBands(
      group,
      [{ key: 'survival', points: falling, color: 'var(--series-1)', stepped: true }],
      scales,
    );
  },
  points: (group) => {
    const all = points.map(([at, value]) => ({ at, value, inside: value < 0.4 }));
    drawPoints(group, all, scales);
  },
  bracket: (group) => {
    drawBracket(group, { from: week(4), to: week(7), y: 30 });
  },
  'bracket-none': (group) => {
    drawBracket(group, null);
  },
  deadline: (group) => {
    drawDeadline(group, weeks, { plot, x: week });
  },
  flag: (group) => {
    const crossings = [{ y: depth(0.3), color: 'var(--temp-5)' }];
    const place = { plot, x: size(0.18), y: 25, side: 'right' as const };
    drawFlag(group, { ...place, text: 'Your decision +18%', crossings });
  },
  forecast: (group) => {
    const straight = points.map(([at]) => [at, at / 5] as const);
    drawLine(group, straight, { ...scales, dotted: true });
  },
  grid: (group) => {
    drawGrid(group, [0.1, 0.2, 0.4], { plot, y: depth, label: percent });
  },
  intervals: (group) => {
    const intervals = [
      { key: 'wide', y: 72, value: 0.2, low: 0.1, high: 0.28 },
      { key: 'narrow', y: 96, value: 0.12, low: 0.12, high: 0.12 },
      { key: 'hollow', y: 120, value: 0, low: 0, high: 0, hollow: true },
    ];
    drawIntervals(group, intervals, { x: size, from: plot.left, to: plot.right });
  },
  labels: (group) => {
    drawLabels(group, [
      { key: 'a', x: 20, y: 40, text: 'Trust', tail: '42' },
      { key: 'b', x: 300, y: 80, text: 'Gone', anchor: 'end', halo: 'var(--water-mid)' },
    ]);
  },
  level: (group) => {
    drawLevel(group, { plot, y: depth(0.2) });
  },
  markers: (group) => {
    const markers = [
      { key: '0', x: 60, icon },
      { key: '1', x: 70, icon },
      { key: '2', x: 120, icon },
      { key: '2-1', x: 160, icon, minor: true },
    ];
    drawMarkers(group, markers, { waterline: plot.top, top: 10 });
  },
  playhead: (group) => {
    const rings = [
      { y: 30, color: 'var(--ink)' },
      { y: 120, color: 'var(--temp-0)' },
    ];
    drawPlayhead(group, { plot, x: week(6), top: 10, rings });
  },
  preview: (group) => {
    drawLine(group, points, scales);
  },
  ring: (group) => {
    drawRing(group, { x: 150, y: 130, radius: 2, top: 20, waterline: plot.top });
  },
  rules: (group) => {
    const zero = { key: 'zero', value: 0, color: 'var(--ink-3)' };
    const goal = { key: 'goal', value: 0.1, color: 'var(--safe)', dashed: true };
    drawRules(group, [zero, goal], { x: size, top: plot.top, bottom: plot.bottom });
  },
  runs: (group) => {
    const shifted = points.map(([at, loss]) => [at, loss * 0.8] as const);
    drawRuns(
      group,
      [
        { key: 0, points },
        { key: 1, points: shifted },
      ],
      scales,
    );
  },
  series: (group) => {
    const line = { key: 'past', values: rising, y: share, color: 'var(--temp-4)' };
    drawSeries(group, [{ ...line, width: 2.6, edge: 'var(--water-bed)' }], week);
  },
  'share-bar': (group) => {
    drawShareBar(group, { value: 0.6, low: 0.4, high: 0.65 }, { width: 60, height: 8 });
  },
  strata: (group) => {
    const layer = { values: rising.map((value) => value / 2) };
    drawStrata(
      group,
      [
        { key: 'gone', fill: 'var(--strata-gone)', hatched: true, ...layer },
        { key: 'captive', fill: 'var(--strata-captive)', ...layer },
      ],
      { x: week, y: share, id: 'example' },
    );
  },
  temperature: (group) => {
    drawTemperatureLine(group, points, { plot, ...scales, id: 'example' });
  },
  thermocline: (group) => {
    drawThermocline(group, { plot, from: 100, to: 120, id: 'example' });
  },
  'thermocline-name': (group) => {
    drawLayerName(group, { plot, y: 120, text: 'thermocline', width: 84 });
  },
  ticks: (group) => {
    drawTickRow(group, [0, 0.1, 0.2, 0.3], {
      ...{ plot, x: size, y: 190 },
      ...{ label: percent, name: 'rise' },
    });
  },
  tipping: (group) => {
    drawTipping(group, range, { plot, x: size, bracket: 45 });
  },
  span: (group) => {
    drawSpan(group, { low: 0.02, high: 0.25 }, { plot, x: size, y: 45 });
  },
  'span-beyond': (group) => {
    drawSpan(group, { low: 0.02, high: 0.9 }, { plot, x: size, y: 45 });
  },
  'tipping-none': (group) => {
    drawTipping(group, null, { plot, x: size, bracket: 45 });
  },
  water: (group) => {
    drawWater(group, { ...PICTURE, waterline: plot.top, id: 'example' });
  },
};
