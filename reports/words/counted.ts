/** A number of things, such as `1 replication` and `20 replications`; the plural has an s unless it is named. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
