/** The list of keys, in English. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  hint: 'Keyboard shortcuts (?)',
  close: 'Close',
  groups: [
    {
      name: 'Everywhere',
      keys: [
        ['Ctrl or Cmd + Z', 'Undo'],
        ['Ctrl or Cmd + Shift + Z', 'Redo'],
        ['?', 'This list'],
        ['D', 'In a chart: show it as a table, and back'],
      ],
    },
    {
      name: 'The cliff',
      keys: [
        ['Left, Right', 'Half a point; with Shift 2 points'],
        ['Page Up, Page Down', '5 points'],
        ['T', 'To the tipping point'],
      ],
    },
    {
      name: 'The timeline',
      keys: [
        ['Space', 'Play or pause'],
        ['Left, Right', '1 week; with Shift 4 weeks'],
        ['Home, End', 'First and last week'],
      ],
    },
    {
      name: 'The water column',
      keys: [
        ['Arrow keys', 'To the neighbours'],
        ['Enter', 'Pin this customer'],
        ['Escape', 'Let go'],
      ],
    },
    {
      name: 'A decision',
      keys: [
        ['Up, Down', 'To the row above or below'],
        ['Enter', 'Open or close its settings'],
        ['Delete', 'Remove it'],
        ['Alt + Up, Alt + Down', 'Earlier or later within its week'],
      ],
    },
    {
      name: 'A buffer',
      keys: [
        ['Left, Right', '1 step; with Shift 5 steps'],
        ['Home, End', 'The limits'],
        ['A number, Enter', 'Sets that number'],
        ['Backspace', 'Resets it'],
      ],
    },
  ] as readonly {
    readonly name: string;
    readonly keys: readonly (readonly [string, string])[];
  }[],
};

export type ShortcutWords = typeof shortcuts;
