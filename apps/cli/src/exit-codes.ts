/** How a command ends, for scripts that call it. */
export const EXIT = { done: 0, refused: 1, usage: 2, running: 3, portTaken: 4, fault: 5 } as const
