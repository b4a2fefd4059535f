/** Whether the process is shutting down: it still answers requests, but asks clients to reconnect. */
export class Draining {
  private begun = false;
  private readonly listeners: Array<() => void> = [];

  get isOn(): boolean {
    return this.begun;
  }

  /** Calls a listener at the start of the shutdown, for streams that would never end by themselves. */
  onBegin(listener: () => void): void {
    this.listeners.push(listener);
  }

  begin(): void {
    this.begun = true;
    for (const listener of this.listeners) listener();
  }
}
