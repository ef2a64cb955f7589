/**
 * Where a list is to go: the item comes into view, and what it names as its goal (`data-goal`), else its first button,
 * gets the focus where that is asked for.
 */
export interface GoTo {
  readonly id: string;
  readonly focus: boolean;
}
