import { app, dialog } from 'electron';
import { catalogue, fill } from './catalogue.ts';

/** Tells that the app ends because of a fault, and quits in order. `logs` is the folder of the log files. */
export function endByFault(logs: string): void {
  dialog.showErrorBox(catalogue.fault.title, fill(catalogue.fault.body, { logs }));
  app.quit();
}
