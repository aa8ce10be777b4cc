/** Makes the files of an export, one export at a time; progress is told, and it can be stopped. */
import { FILE_ENDING, scenarioText } from '../../data/library/file.ts';
import type { Asking } from '../../assess/job.ts';
import type { Brief } from '../../report/brief.ts';
import { Archive } from '../../state/export/archive.ts';
import { provenanceOf, provenanceText } from '../../state/export/provenance.ts';
import { resultLines, unitsText } from '../../state/export/results.ts';
import { fileNameOf } from '../../state/file-names.ts';
import type { Session } from '../../state/session.svelte.ts';
import type { ExportWords } from '../../words/export.ts';
import { saveFile, saveText } from '../save-file.ts';
import { pngBytes, svgText } from './charts.ts';
import type { Chart } from './charts.ts';
import { readMe } from './read-me.ts';

export interface Working {
  readonly on: keyof ExportWords['working'];
  readonly done: number;
  readonly planned: number;
}

export class Exporter {
  /** What is being made; null while nothing is. */
  working = $state.raw<Working | null>(null);
  /** Why the last one stopped. */
  failure = $state<string | null>(null);
  /** Name of the file handed out last. */
  saved = $state<string | null>(null);
  private readonly session: Session;
  private stopping = new AbortController();

  constructor(session: Session) {
    this.session = session;
  }

  stop(): void {
    this.stopping.abort();
    this.working = null;
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
    return this.work(async () => {
      if (ending === 'svg') this.save(name, svgText(chart, provenance));
      else
        this.saveBlob(
          name,
          new Blob([await pngBytes(chart, provenance)], { type: 'image/png' }),
        );
    });
  }

  results(): Promise<void> {
    return this.work(async (signal) => {
      const parts: Blob[] = [];
      // A blob may lie on the disk, a text does not.
      for await (const lines of this.lines(signal)) parts.push(new Blob([lines]));
      this.saveBlob('.results.csv', new Blob(parts, { type: 'text/csv;charset=utf-8' }));
    });
  }

  markdown(): Promise<void> {
    return this.work(async (signal) => {
      const [brief, { markdownOf }] = await Promise.all([
        this.brief(signal),
        import('../../report/markdown.ts'),
      ]);
      this.save('.brief.md', markdownOf(brief));
    });
  }

  /** All files in one. Those that the scenario does not have are left out. */
  everything(charts: readonly Chart[], words: ExportWords): Promise<void> {
    return this.work(async (signal) => {
      const { scenario } = this.session;
      const provenance = provenanceOf(scenario);
      const archive = new Archive();
      const hasBrief = this.session.selected !== null;
      await archive.add('README.txt', readMe(words, provenance, charts, hasBrief));
      await archive.add('provenance.json', provenanceText(provenance));
      await archive.add(`scenario${FILE_ENDING}`, scenarioText(scenario));
      for (const [i, chart] of charts.entries()) {
        this.tell('charts', signal)(i, charts.length);
        await archive.add(`charts/${chart.key}.svg`, svgText(chart, provenance));
        await archive.add(`charts/${chart.key}.png`, await pngBytes(chart, provenance));
        signal.throwIfAborted();
      }
      await archive.add('results-units.csv', unitsText(provenance));
      await archive.add('results.csv', this.lines(signal));
      if (hasBrief) {
        const brief = await this.brief(signal);
        const [{ markdownOf }, { documentOf }] = await Promise.all([
          import('../../report/markdown.ts'),
          import('../../report/html.ts'),
        ]);
        await archive.add('brief.md', markdownOf(brief));
        await archive.add('brief.html', documentOf(brief));
      }
      this.saveBlob('.zip', archive.done());
    });
  }

  private lines(signal: AbortSignal): AsyncGenerator<string> {
    const { scenario, runner } = this.session;
    return resultLines(scenario, runner, this.asking('results', signal));
  }

  private async brief(signal: AbortSignal): Promise<Brief> {
    const { scenario, runner, questions, language } = this.session;
    const [{ gather }, { briefOf }] = await Promise.all([
      import('../../report/evidence.ts'),
      import('../../report/compose.ts'),
    ]);
    const asking = this.asking('brief', signal);
    return briefOf(
      await gather(scenario, runner, { ...asking, known: questions.known() }),
      language,
    );
  }

  private asking(on: Working['on'], signal: AbortSignal): Asking {
    return { signal, onProgress: this.tell(on, signal) };
  }

  private tell(on: Working['on'], signal: AbortSignal) {
    return (done: number, planned: number) => {
      if (!signal.aborted) this.working = { on, done, planned };
    };
  }

  private async work(make: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.stop();
    this.failure = this.saved = null;
    const { signal } = (this.stopping = new AbortController());
    try {
      await make(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
    }
    if (!signal.aborted) this.working = null;
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
