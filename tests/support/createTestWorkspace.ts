import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace, type WorkspaceOptions } from '../../src/core/createWorkspace.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { createTestPorts, type TestPorts } from './ports.ts';

export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

/** A new folder that goes away with its scope. */
export function createTemporaryFolder(name = 'adiuva-test'): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `${name}-`));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

export interface TestWorkspace extends AsyncDisposable {
  /** The one that is open now. */
  readonly workspace: Workspace;
  readonly ports: TestPorts;
  /** The workspace's folder. */
  readonly folder: string;
  /** Closes the workspace and opens it again, as quitting and starting do. */
  reopen(): Promise<Workspace>;
}

/**
 * A real workspace in a temporary folder, over ports in memory: `await using test = await createTestWorkspace()`. It is closed
 * and its folder removed at the end of the scope.
 */
export async function createTestWorkspace(
  overrides: Partial<TestPorts> = {},
  options: WorkspaceOptions = {},
): Promise<TestWorkspace> {
  const temporary = createTemporaryFolder();
  const folder = overrides.paths?.workspace ?? join(temporary.path, 'workspace');
  const ports = createTestPorts(folder, overrides);
  let workspace: Workspace;
  try {
    workspace = await createWorkspace(ports, options);
  } catch (error) {
    temporary[Symbol.dispose]();
    throw error;
  }
  return {
    get workspace() {
      return workspace;
    },
    ports,
    folder,
    async reopen() {
      await workspace.dispose();
      workspace = await createWorkspace(ports, options);
      return workspace;
    },
    async [Symbol.asyncDispose]() {
      await workspace.dispose();
      temporary[Symbol.dispose]();
    },
  };
}
