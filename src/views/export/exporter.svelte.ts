/** Makes the files of an export, one export at a time; progress is told, and it can be stopped. */
import { FILE_ENDING, scenarioText } from '../../data/library/file.ts';
import type { Asking } from '../../assess/job.ts';
import type { Brief } from '../../report/brief.ts';
import { Archive } from '../../state/export/archive.ts';
import { provenanceOf, provenanceText } from '../../state/export/provenance.ts';
import { resultLines, unitsText } from '../../state/export/results.ts';
import { fileNameOf } from '../../state/file-names.ts';
import type { Session } from '../../state/session.svelte.ts';
import { Task } from '../../state/answers/task.svelte.ts';
import type { Progress } from '../../state/answers/task.svelte.ts';
import type { ExportWords } from '../../words/export.ts';
import { saveFile, saveText } from '../save-file.ts';
import { pngBytes, svgText } from './charts.ts';
import type { Chart } from './charts.ts';
import { readMe } from './read-me.ts';

/** What is being made, and how far that is. */
export interface Working extends Progress {
  readonly on: keyof ExportWords['working'];
}
type Tell = (working: Working) => void;

export class Exporter {
  readonly task = new Task<Working>();
  /** Name of the file handed out last. */
  saved = $state<string | null>(null);
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  /** Nothing is said of what was made before. */
  begin(): void {
    this.task.cancel();
    this.task.failure = null;
    this.saved = null;
  }

  scenario(): void {
    const { scenario } = this.session;
    this.save(FILE_ENDING, scenarioText(scenario));
  }

  units(): void {
    this.save('.results-units.csv', unitsText(provenanceOf(this.session.scenario)));
  }

  chart(chart: Chart, ending: 'svg' | 'png'): Promise<void> {
    const provenance = provenanceOf(this.session.scenario);
    const name = `.${chart.key}.${ending}`;
    return this.work('charts', async () => {
      if (ending === 'svg') this.save(name, svgText(chart, provenance));
      else
        this.saveBlob(
          name,
          new Blob([await pngBytes(chart, provenance)], { type: 'image/png' }),
        );
    });
  }

  results(): Promise<void> {
    return this.work('results', async (signal, tell) => {
      const parts: Blob[] = [];
      // A blob may lie on the disk, a text does not.
      for await (const lines of this.lines(signal, tell)) parts.push(new Blob([lines]));
      this.saveBlob('.results.csv', new Blob(parts, { type: 'text/csv;charset=utf-8' }));
    });
  }

  markdown(): Promise<void> {
    return this.work('brief', async (signal, tell) => {
      const [brief, { markdownOf }] = await Promise.all([
        this.brief(signal, tell),
        import('../../report/markdown.ts'),
      ]);
      this.save('.brief.md', markdownOf(brief));
    });
  }

  /** All files in one. Those that the scenario does not have are left out. */
  everything(charts: readonly Chart[], words: ExportWords): Promise<void> {
    return this.work('charts', async (signal, tell) => {
      const { scenario } = this.session;
      const provenance = provenanceOf(scenario);
      const archive = new Archive();
      const hasBrief = this.session.selected !== null;
      await archive.add('README.txt', readMe(words, provenance, charts, hasBrief));
      await archive.add('provenance.json', provenanceText(provenance));
      await archive.add(`scenario${FILE_ENDING}`, scenarioText(scenario));
      for (const [i, chart] of charts.entries()) {
        tell({ on: 'charts', done: i, planned: charts.length });
        await archive.add(`charts/${chart.key}.svg`, svgText(chart, provenance));
        await archive.add(`charts/${chart.key}.png`, await pngBytes(chart, provenance));
        signal.throwIfAborted();
      }
      await archive.add('results-units.csv', unitsText(provenance));
      await archive.add('results.csv', this.lines(signal, tell));
      if (hasBrief) {
        const brief = await this.brief(signal, tell);
        const [{ markdownOf }, { briefDocument }] = await Promise.all([
          import('../../report/markdown.ts'),
          import('../brief/brief-document.ts'),
        ]);
        await archive.add('brief.md', markdownOf(brief));
        await archive.add('brief.html', await briefDocument(brief));
      }
      this.saveBlob('.zip', archive.done());
    });
  }

  private lines(signal: AbortSignal, tell: Tell): AsyncGenerator<string> {
    const { scenario, runner } = this.session;
    return resultLines(scenario, runner, asking('results', signal, tell));
  }

  private async brief(signal: AbortSignal, tell: Tell): Promise<Brief> {
    const { scenario, runner, questions, language } = this.session;
    const [{ gather }, { briefOf }] = await Promise.all([
      import('../../report/evidence.ts'),
      import('../../report/compose.ts'),
    ]);
    const known = questions.known();
    return briefOf(
      await gather(scenario, runner, { ...asking('brief', signal, tell), known }),
      language,
    );
  }

  /** @param first what it begins with */
  private work(
    first: Working['on'],
    make: (signal: AbortSignal, tell: Tell) => Promise<void>,
  ): Promise<void> {
    this.saved = null;
    return this.task.run({ on: first, done: 0, planned: 0 }, make);
  }

  private save(ending: string, text: string): void {
    const name = fileNameOf(this.session.scenario) + ending;
    saveText({ name, text });
    this.saved = name;
  }

  private saveBlob(ending: string, blob: Blob): void {
    const name = fileNameOf(this.session.scenario) + ending;
    saveFile(name, blob);
    this.saved = name;
  }
}

const asking = (on: Working['on'], signal: AbortSignal, tell: Tell): Asking => ({
  signal,
  onProgress: (done, planned) => {
    tell({ on, done, planned });
  },
});
