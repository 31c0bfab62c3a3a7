/** Where the window is served unless told otherwise. */
export const USUAL_PORT = 4317;
