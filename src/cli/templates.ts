/** `thermocline templates`: the markets that a scenario can start from. */
import { parametersWith } from '../model/parameters.ts';
import { TEMPLATES, TEMPLATE_NAMES } from '../model/templates.ts';
import type { TemplateName } from '../model/templates.ts';
import { templatesEn } from '../words/en-templates.ts';
import { BadInput } from './badInput.ts';
import { print } from './print.ts';

const WIDTH = 92;

export async function templatesCommand(args: readonly string[]): Promise<void> {
  if (args.length > 0)
    throw new BadInput([`templates: received "${args.join(' ')}", expected nothing more`]);
  await print(`${TEMPLATE_NAMES.map(templateText).join('\n\n')}\n`);
}

function templateText(name: TemplateName): string {
  const { segments, parameters } = TEMPLATES[name];
  const shares = segments.map(
    (segment) => `${segment.name} ${Math.round(segment.share * 1000) / 10} %`,
  );
  const { actShare } = parametersWith(parameters);
  const customers = `${Math.round(actShare * 100)} of 100 people are customers at the start`;
  return [
    name,
    ...wrapped(templatesEn[name]),
    `  Segments: ${shares.join(', ')}; ${customers}.`,
  ].join('\n');
}

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of paragraph.split(' ')) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
