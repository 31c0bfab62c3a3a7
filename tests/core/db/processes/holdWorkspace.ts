// Opens the workspace in the folder that it is given, says so and stays until it is told to close or is killed.
import { openDatabase } from '../../../../src/core/db/openDatabase.ts';
import { createTestPorts } from '../../../support/ports.ts';

const database = openDatabase(createTestPorts(process.argv[2] ?? ''));
process.stdout.write('open\n');
process.stdin.once('data', () => {
  database.close();
  process.exit(0);
});
