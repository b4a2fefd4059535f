/** Whether this process has been told to stop: it answers what still comes, and asks to be sent no more. */
export class Draining {
  private begun = false;

  get isOn(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}
