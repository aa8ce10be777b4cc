/** The terminal: one command, its output on stdout, everything else on stderr. */
import { assessCommand } from './assess.ts';
import { BadInput } from './badInput.ts';
import { briefCommand } from './brief.ts';
import { factsCommand } from './facts.ts';
import { fitCommand } from './fit.ts';
import { importCommand } from './import.ts';
import { launchCommand } from './launch.ts';
import { runCommand } from './run.ts';
import { sweepCommand } from './sweep.ts';
import { templatesCommand } from './templates.ts';

const DONE = 0;
const GATE_EXCEEDED = 1;
const BAD_INPUT = 2;
const INTERNAL_FAULT = 3;

const COMMANDS: Readonly<
  Record<string, (args: readonly string[]) => Promise<void | 'gateExceeded'>>
> = {
  assess: assessCommand,
  brief: briefCommand,
  run: runCommand,
  import: importCommand,
  fit: fitCommand,
  launch: launchCommand,
  sweep: sweepCommand,
  facts: factsCommand,
  templates: templatesCommand,
};

const USAGE = `thermocline assess <scenario.json> [--json] [--quick | --screen] [--size N] [--runs N] [--seed S] [--threshold N] [--gate N] [--customer N]
    how near a decision brings the customers to their mass-exit tipping point;
    what moves it, until when to go back and what warns, unless it is to be quick;
    screened, also which assumptions matter wherever the others lie (slower);
    with a gate it ends with 1 if the chance of a mass exit exceeds it, and with 2 if there are too few runs to tell;
    with the number of a customer, why that one stays or leaves in the typical run
thermocline brief <scenario.json> [--html] [--lang en|zh]
    the Trust Impact Assessment to sign, as Markdown, or as HTML that prints on two A4 pages
thermocline run <scenario.json> --csv [--runs N] [--seed S]
    the weekly series, reported and hidden
thermocline sweep <scenario.json> --vary <path>=<from>..<to>:<step> [--vary …] --csv [--runs N] [--seed S] [--threshold N]
    chance of a mass exit with its 90 % interval, and loss as median, 5th and 95th percentile, over one or two inputs,
    such as decisions[0].change=0..0.3:0.05; each column's name ends with its unit, such as chance [share of runs]
thermocline import <customers.csv> [--map field=column …] [--encoding utf-8|utf-16le|utf-16be|gb18030|windows-1252] [--decimal point|comma] [--dates dmy|mdy] [--by column|terms|rfm] [--split-silent] [--json]
    segments out of a customer file, as a fragment of a scenario; as JSON with all that was found
thermocline assess --customers <customers.csv> [<scenario.json>] [as import and assess]
    the decision of a scenario, or a price rise, for the customers of a file
thermocline fit <scenario.json> --history <months.csv> [--base N] [--json] [--lang en|zh]
    what monthly churn around past changes says of the assumptions; as JSON the scenario with it in it;
    with --check in place of a file, how often its intervals hold what was planted
thermocline launch <scenario.json> --actuals <months.csv> [--base N] [--json] [--lang en|zh]
    the months since a launch against the band of the decision's runs, and which tripwires are lit;
    as JSON the scenario with the band and the months in it
thermocline facts [--all] [--only F1,F8] [--seeds N] [--json | --markdown]
    the stylised facts that the model is checked against, measured anew
thermocline templates
    the markets that a scenario can start from, and what each is good for
All: --workers N    worker threads; one per processor if absent, two at least
    ends with 0 if all went well, 1 if a gate was exceeded, 2 if the input cannot be used or decides nothing,
    3 if the program itself failed
`;

/** What is said of one command, and of all; everything for a command that does not exist. */
function usageOf(name: string | undefined): string {
  const entries = USAGE.split(/^(?=\S)/m);
  const own = entries.filter((entry) => entry.split(/\s/)[1] === name);
  return own.length === 0 ? USAGE : [...own, entries.at(-1)].join('');
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || [name, ...args].includes('--help')) {
    process.stdout.write(usageOf(name === 'help' ? args[0] : name));
    return DONE;
  }
  const command = COMMANDS[name];
  try {
    if (!command)
      throw new BadInput([
        `received the command "${name}", expected one of ${Object.keys(COMMANDS).join(', ')}`,
      ]);
    return (await command(args)) === 'gateExceeded' ? GATE_EXCEEDED : DONE;
  } catch (error) {
    if (error instanceof BadInput) {
      process.stderr.write(`${error.problems.join('\n')}\n`);
      return BAD_INPUT;
    }
    process.stderr.write(
      `thermocline: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return INTERNAL_FAULT;
  }
}

process.exitCode = await main(process.argv.slice(2));
