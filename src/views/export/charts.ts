/** The charts of the page as they are seen, and files of them. */
import type { Provenance } from '../../state/export/provenance.ts';
import { markupOf, pictureOf } from './picture.ts';
import { pngOf } from './png.ts';

export interface Chart {
  /** For the name of its file; the same in every language. */
  readonly key: string;
  /** As its panel is headed. */
  readonly name: string;
  readonly panel: HTMLElement;
}

/** Those that the reader can see, in the order of the page. */
export function chartsOf(page: ParentNode): Chart[] {
  const panels = page.querySelectorAll<HTMLElement>('main section.panel[aria-labelledby]');
  return [...panels].flatMap((panel): Chart[] => {
    const id = panel.getAttribute('aria-labelledby') ?? '';
    const name = document.getElementById(id)?.textContent.trim() ?? '';
    const { width, height } = panel.getBoundingClientRect();
    return name && width > 0 && height > 0
      ? [{ key: id.replace(/-title$/, ''), name, panel }]
      : [];
  });
}

/** One sentence that says what the chart shows, as it is read out. */
const findingOf = (panel: HTMLElement): string =>
  panel
    .querySelector('[role="img"][aria-label], [role="application"], [role="region"]')
    ?.getAttribute('aria-label') ?? '';

const picture = ({ panel, name }: Chart, provenance: Provenance) =>
  pictureOf(panel, {
    title: `${name}: ${provenance.scenario}`,
    description: findingOf(panel),
    metadata: JSON.stringify(provenance),
  });

export const svgText = (chart: Chart, provenance: Provenance): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${markupOf(picture(chart, provenance).svg)}\n`;

export const pngBytes = (
  chart: Chart,
  provenance: Provenance,
): Promise<Uint8Array<ArrayBuffer>> =>
  pngOf(picture(chart, provenance), {
    Title: `${chart.name}: ${provenance.scenario}`,
    Description: findingOf(chart.panel),
    Software: `${provenance.program}, model ${provenance.model}`,
    Source: JSON.stringify(provenance),
  });
