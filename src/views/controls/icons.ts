import type { Decision } from '../../model/scenario.ts';

/** Outlines of the icons, drawn with a stroke of 1.5 in a square of 16 pixels. */
export const ICONS = {
  price: 'M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8zM5.4 5.4h.01',
  cut: 'M4 10.2a1.9 1.9 0 1 0 .01 0zM12 10.2a1.9 1.9 0 1 0 .01 0zM5.2 10.6 11.5 2M10.8 10.6 4.5 2',
  door: 'M2.5 3h6v10h-6zM8.5 8h5.5M11.5 5.5 14 8l-2.5 2.5',
  service: 'M3 10V8a5 5 0 0 1 10 0v2M3 9.3h2v4H4a1 1 0 0 1-1-1zM13 9.3h-2v4h1a1 1 0 0 0 1-1z',
  megaphone: 'M2.5 6.3v3.4h2.2l5.8 3V3.3l-5.8 3zM13 6.6v2.8M5.2 9.9l.8 3.3',
  bolt: 'M9.2 1.8 3.6 9H8l-1.2 5.2L12.4 7H8z',
  hurdle: 'M2 4.5h12v3.6H2zM4 8.1v5.4M12 8.1v5.4M5.6 8.1l2-3.6M9.6 8.1l2-3.6',
  lock: 'M3.5 7.3h9v6.2h-9zM5.4 7.3V5a2.6 2.6 0 0 1 5.2 0v2.3',
  star: 'M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z',
  mail: 'M2 3.8h12v8.6H2zM2.3 4.3 8 9l5.7-4.7',
  chevron: 'M4.5 6.3 8 9.8l3.5-3.5',
  up: 'M8 13V3.5M4 7.2l4-4 4 4',
  down: 'M8 3v9.5M4 8.8l4 4 4-4',
  trash: 'M2.8 4.5h10.4M6 4.3V2.8h4v1.5M4.3 4.5l.6 8.7h6.2l.6-8.7',
  fix: 'M1.8 8h12.4M8 5.8a2.2 2.2 0 1 0 .01 0z',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  keyboard: 'M1.8 4h12.4v8.2H1.8zM4.3 6.6h.01M6.8 6.6h.01M9.2 6.6h.01M11.7 6.6h.01M5 9.8h6',
  file: 'M9.5 1.8H4v12.4h8.5V5zM9.2 2v3.3h3M8.2 7.4v4M6.5 9.7l1.7 1.7 1.7-1.7',
  folder: 'M1.8 12.6V3.6h4.3l1.6 1.9h6.5v7.1z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.4V2.5h-8v8h2.9',
  download: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11.2v2.6h11v-2.6',
  pencil: 'M10.8 2.6l2.6 2.6-8 8H2.8v-2.6zM9 4.4 11.6 7',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  sun: 'M8 5.2a2.8 2.8 0 1 0 .01 0zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.7a3.8 3.8 0 0 1 0 7.6H6.5',
  redo: 'M10.5 3l3 3-3 3M13.5 6H6.8a3.8 3.8 0 0 0 0 7.6h2.7',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 6.3V13',
  chart: 'M2.5 2.5v11h11M5 6c3 0 2.5 5 7.5 5',
  result: 'M2.5 13 8 3l5.5 10M8 6.5V13',
  users:
    'M6 7.6a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM1.8 13c0-2.4 1.8-3.8 4.2-3.8s4.2 1.4 4.2 3.8M10.4 3.1a2.3 2.3 0 0 1 0 4.3M11.6 9.5c1.6.5 2.6 1.7 2.6 3.5',
  sliders:
    'M2 5h7M12.5 5H14M10.8 5a1.7 1.7 0 1 1-.01 0M2 11h1.5M7 11h7M5.2 11a1.7 1.7 0 1 1-.01 0',
  share: 'M8 9.8V2M5.2 4.6 8 1.8l2.8 2.8M5 7H3v7h10V7h-2',
  chevrons: 'M6 4 2.5 8 6 12M10 4l3.5 4-3.5 4',
  play: 'M5.2 2.8v10.4L13 8z',
  pause: 'M5.2 3v10M10.8 3v10',
  info: 'M8 1.8a6.2 6.2 0 1 0 .01 0zM8 7.3v3.9M8 4.8h.01',
  step: 'M4 3.5 9.5 8 4 12.5zM12 3.5v9',
} as const;

export type IconName = keyof typeof ICONS;

const BY_DECISION: Readonly<Record<Decision['kind'], IconName>> = {
  price: 'price',
  featureCut: 'cut',
  openness: 'door',
  service: 'service',
  ads: 'megaphone',
  shock: 'bolt',
  friction: 'hurdle',
  lockIn: 'lock',
  overPromise: 'star',
  noticeMail: 'mail',
};

/** The icon of a kind of decision. */
export const iconOf = (kind: Decision['kind']): IconName => BY_DECISION[kind];
