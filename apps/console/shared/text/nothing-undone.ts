/** Nothing of an operation was undone: somebody has decided about its needs since, or they were reported again. */
export class NothingUndone extends Error {
  override readonly name = 'NothingUndone';
}
