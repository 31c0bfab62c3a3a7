import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface RotatingFileOptions {
  /** `adiuva.log`; older ones are `adiuva.log.1` (the last) to `adiuva.log.<kept>`. */
  readonly path: string;
  readonly sizeMax: number;
  readonly kept: number;
}

/**
 * Appends lines to a file that is set aside when it is full, so that all of them together stay bounded. Written at once:
 * the lines before a crash are the ones that matter. A disk that is full or read-only costs lines, never the app.
 */
export class RotatingFile {
  readonly #options: RotatingFileOptions;
  #descriptor: number | undefined;
  #size = 0;
  #isClosed = false;

  constructor(options: RotatingFileOptions) {
    this.#options = options;
  }

  write(line: string): void {
    if (this.#isClosed) return;
    try {
      const length = Buffer.byteLength(line);
      if (this.#descriptor !== undefined && this.#size + length > this.#options.sizeMax) this.#rotate();
      this.#descriptor ??= this.#open();
      writeSync(this.#descriptor, line);
      this.#size += length;
    } catch {
      // The next line tries anew, with a file of its own if need be.
      this.#closeDescriptor();
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#closeDescriptor();
  }

  #open(): number {
    const { path, sizeMax } = this.#options;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    let descriptor = openSync(path, 'a', 0o600);
    this.#size = fstatSync(descriptor).size;
    if (this.#size >= sizeMax) {
      this.#descriptor = descriptor;
      this.#rotate();
      descriptor = openSync(path, 'a', 0o600);
      this.#size = 0;
    }
    return descriptor;
  }

  #rotate(): void {
    const { path, kept } = this.#options;
    this.#closeDescriptor();
    rmSync(`${path}.${kept}`, { force: true });
    for (let index = kept - 1; index >= 0; index--) {
      renameIfThere(index === 0 ? path : `${path}.${index}`, `${path}.${index + 1}`);
    }
    this.#size = 0;
  }

  #closeDescriptor(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor === undefined) return;
    try {
      closeSync(descriptor);
    } catch {
      // The system gives the descriptor free all the same (close(2)).
    }
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
