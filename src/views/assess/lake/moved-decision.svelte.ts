/** A decision on its way to another week: it is shown there at once, and asked for when the hand rests. */
import type { Scenario } from '../../../model/scenario.ts';
import { withWeek } from '../../../state/edits/edits.ts';
import type { Session } from '../../../state/session.svelte.ts';

/** A row of key presses counts as one move. */
const REST_MS = 400;

export class MovedDecision {
  private readonly session: Session;
  private draft = $state.raw<{ index: number; week: number } | null>(null);
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** The scenario as it will be. */
  readonly scenario: Scenario = $derived.by(() => {
    const { scenario } = this.session;
    return this.draft ? withWeek(scenario, this.draft.index, this.draft.week) : scenario;
  });

  constructor(session: Session) {
    this.session = session;
  }

  /** Shows a decision in another week within the horizon. */
  move(index: number, week: number): void {
    clearTimeout(this.resting);
    if (this.draft && this.draft.index !== index) this.settle();
    const last = this.session.scenario.horizon - 1;
    this.draft = { index, week: Math.max(0, Math.min(last, Math.round(week))) };
  }

  /** The same, and asks for it when nothing follows for a moment. */
  moveSoon(index: number, week: number): void {
    this.move(index, week);
    this.resting = setTimeout(() => {
      this.settle();
    }, REST_MS);
  }

  /** Makes the move an edit of the scenario. */
  settle(): void {
    clearTimeout(this.resting);
    const { draft } = this;
    this.draft = null;
    if (!draft) return;
    const { index, week } = draft;
    if (this.session.scenario.decisions[index]?.week === week) return;
    this.session.edit((scenario) => withWeek(scenario, index, week));
  }
}
