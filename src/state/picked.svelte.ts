/** The customer whose story is told: picked in the water column, or in the list of stories. */
export class Picked {
  /** Id within the run; null if nobody is picked. */
  id = $state<number | null>(null);
  /** Stays when the eye goes elsewhere. */
  pinned = $state(false);

  /** @param id null lets go */
  choose(id: number | null): void {
    this.id = id;
    this.pinned = false;
  }

  pin(): void {
    this.pinned = this.id !== null;
  }

  /** Picks and pins somebody, or lets go of whom is picked already. */
  toggle(id: number): void {
    this.choose(this.id === id ? null : id);
    this.pin();
  }

  /** The eye goes elsewhere. */
  leave(): void {
    if (!this.pinned) this.choose(null);
  }
}
