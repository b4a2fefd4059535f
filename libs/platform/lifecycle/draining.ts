/** Whether this process has been told to stop: it answers what still comes, and asks to be sent no more. */
export class Draining {
  private begun = false;
  private readonly listeners: Array<() => void> = [];

  get isOn(): boolean {
    return this.begun;
  }

  /** Has what would never end by itself end then. */
  onBegin(listener: () => void): void {
    this.listeners.push(listener);
  }

  begin(): void {
    this.begun = true;
    for (const listener of this.listeners) listener();
  }
}
