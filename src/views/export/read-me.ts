/** The page in an archive that says what each of its files is. */
import { FILE_ENDING } from '../../data/library/file.ts';
import type { Provenance } from '../../state/export/provenance.ts';
import type { ExportWords } from '../../words/export.ts';
import type { Chart } from './charts.ts';

export function readMe(
  words: ExportWords,
  provenance: Provenance,
  charts: readonly Chart[],
  hasBrief: boolean,
): string {
  const { scenario, seed, model, digest } = provenance;
  const files = [
    [`scenario${FILE_ENDING}`, words.scenario.about],
    ...(hasBrief
      ? [
          ['brief.html', words.readMe.html],
          ['brief.md', words.readMe.markdown],
        ]
      : []),
    ['results.csv', words.results.about],
    ['results-units.csv', words.readMe.units],
    ...charts.map(({ key, name }) => [
      `charts/${key}.svg, charts/${key}.png`,
      words.readMe.chart(name),
    ]),
    ['provenance.json', words.readMe.provenance],
  ];
  return [
    words.readMe.title,
    '',
    scenario,
    words.provenance(seed, model, digest),
    '',
    ...files.map(([name, about]) => `${name}\n    ${about}`),
    '',
  ].join('\n');
}
