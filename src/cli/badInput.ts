/** What the user gave cannot be used: every problem as a sentence. */
export class BadInput extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
