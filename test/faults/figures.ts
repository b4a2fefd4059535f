/**
 * Prints what a fault did, as one line of a table: `figures('kill -9 of the api', { kills: 20, sent: 5000, lost: 0 })`.
 */
export function figures(fault: string, counts: Readonly<Record<string, number | string>>): void {
  const parts = Object.entries(counts).map(
    ([name, count]) => `${name} ${typeof count === 'number' ? Math.round(count * 10) / 10 : count}`,
  );
  process.stdout.write(`faults: ${fault}: ${parts.join(' · ')}\n`);
}
