/**
 * Does work for each item, one after the other. An item whose work fails delays none of the others.
 * @throws the first failure, after the last item
 */
export async function inTurn<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
