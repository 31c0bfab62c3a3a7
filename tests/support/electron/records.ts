/** What the app asked of the system. Nothing of it happens; tests read it here or over the control channel. */
export interface Records {
  /** Titles and texts of error boxes. */
  readonly errorBoxes: { title: string; content: string }[];
  /** Messages of message boxes; each is answered with its `defaultId`, or the first button. */
  readonly messageBoxes: { message: string; detail: string | undefined }[];
  /** Addresses handed to the system's browser or mail program. */
  readonly openedOutside: string[];
  readonly notifications: { title: string; body: string }[];
  /** Every address outside the app that a page asked for. All were aborted. */
  readonly outsideRequests: string[];
}

export const records: Records = {
  errorBoxes: [],
  messageBoxes: [],
  openedOutside: [],
  notifications: [],
  outsideRequests: [],
};
