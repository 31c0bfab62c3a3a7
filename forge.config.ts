import { MakerDeb } from '@electron-forge/maker-deb';
import { MakerDMG } from '@electron-forge/maker-dmg';
import { MakerSquirrel } from '@electron-forge/maker-squirrel';
import { MakerZIP } from '@electron-forge/maker-zip';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import { VitePlugin } from '@electron-forge/plugin-vite';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { bundles } from './src/cli/launch/bundles.mjs';
import { collectRuntimePackages, createIgnore } from './src/cli/launch/packagedFiles.mjs';

/** A folder with Electron's archives, for machines that cannot fetch them and for trying the packaging itself. */
const electronZipDir = process.env['ADIUVA_ELECTRON_ZIP_DIR'];

const config: ForgeConfig = {
  packagerConfig: {
    name: 'Adiuva',
    executableName: 'adiuva',
    icon: 'resources/icon',
    appBundleId: 'app.adiuva.desktop',
    appCategoryType: 'public.app-category.productivity',
    asar: { unpack: '**/*.node' },
    // `ignore` knows what is needed; pruning by dependency type would look at a thousand packages for the same end.
    prune: false,
    ignore: createIgnore(
      collectRuntimePackages(),
      process.env['npm_config_platform'] ?? process.platform,
      process.env['npm_config_arch'] ?? process.arch,
    ),
    ...(electronZipDir === undefined ? {} : { electronZipDir }),
  },
  // Native packages are N-API: one build serves Node and Electron.
  rebuildConfig: { onlyModules: [] },
  makers: [
    new MakerDeb({
      options: {
        name: 'adiuva',
        productName: 'Adiuva',
        bin: 'adiuva',
        icon: 'resources/icon.png',
        categories: ['Office'],
        section: 'utils',
      },
    }),
    new MakerSquirrel({ name: 'adiuva', setupIcon: 'resources/icon.ico' }),
    new MakerDMG({ icon: 'resources/icon.icns' }, ['darwin']),
    new MakerZIP({}, ['darwin', 'linux', 'win32']),
  ],
  plugins: [
    new VitePlugin(bundles),
    new FusesPlugin({
      version: FuseVersion.V1,
      strictlyRequireAllFuses: true,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
      [FuseV1Options.WasmTrapHandlers]: true,
    }),
  ],
};

export default config;
