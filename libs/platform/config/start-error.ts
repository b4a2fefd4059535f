/** The process cannot start. The message is one line for the person at the terminal. */
export class StartError extends Error {}
