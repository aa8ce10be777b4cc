/** `thermocline brief <scenario.json>` */
import { briefOf } from '../report/compose.ts';
import { gather } from '../report/evidence.ts';
import { documentOf } from '../report/html.ts';
import { markdownOf } from '../report/markdown.ts';
import { BRIEF_FONTS } from './brief-fonts.ts';
import { showProgress, withPool } from './crew.ts';
import { readDecision } from './files.ts';
import { optionsOf } from './options.ts';
import { print } from './print.ts';

export async function briefCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args, ['html', 'lang', 'workers']);
  const scenario = await readDecision(options.file);
  const evidence = await withPool(options.workers, (pool) =>
    gather(scenario, pool, { onProgress: showProgress }),
  );
  const brief = briefOf(evidence, options.lang);
  await print(options.html ? documentOf(brief, BRIEF_FONTS) : markdownOf(brief));
}
