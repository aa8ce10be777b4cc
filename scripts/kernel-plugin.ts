import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'workers/kernel/assembly');
const binary = join(root, 'build/kernel.wasm');
// The first 16 KiB are the layout's fixed addresses. AS112 warns of v128 at the border; none crosses it.
const flags =
  '--runtime stub --enable simd --optimizeLevel 3 --converge --noAssert --memoryBase 16384 --disableWarning 112';

/** Everything the kernel is made from. Folders too: a deleted file changes only its folder. */
export async function kernelSources(): Promise<string[]> {
  const names = await readdir(sources, { recursive: true });
  return [fileURLToPath(import.meta.url), sources, ...names.map((name) => join(sources, name))];
}

/** @returns when a file last changed, in whole milliseconds; 0 if there is no such file */
async function changedAt(path: string): Promise<number> {
  try {
    return Math.floor((await stat(path)).mtimeMs);
  } catch {
    return 0;
  }
}

/** asc's own process: importing `assemblyscript/asc` would bring its global types with it. */
async function runCompiler(outFile: string): Promise<void> {
  const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
  const entry = join(sources, 'index.ts');
  const args = [compiler, entry, '--outFile', outFile, ...flags.split(' ')];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`The kernel does not compile.\n${stderr ?? message}`, { cause: error });
  }
}

/**
 * Compiles beside the binary and renames, so that a reader never meets half a file. The binary
 * is stamped with the time of its newest source, not of its own making: an edit during the
 * compilation still counts as newer, and two processes may compile at the same time.
 */
async function compile(stamp: number): Promise<void> {
  const made = join(root, 'build', `kernel-${process.pid}-${stamp}.wasm`);
  await mkdir(join(root, 'build'), { recursive: true });
  try {
    await runCompiler(made);
    await utimes(made, stamp / 1000, stamp / 1000);
    await rename(made, binary);
  } finally {
    await rm(made, { force: true });
  }
}

async function refresh(): Promise<void> {
  const stamp = Math.max(...(await Promise.all((await kernelSources()).map(changedAt))));
  if ((await changedAt(binary)) !== stamp) await compile(stamp);
}

let refreshing: Promise<void> | undefined;

/**
 * Brings build/kernel.wasm up to date with its sources; does nothing when it is.
 * @throws Error with the compiler's messages when the sources do not compile.
 */
function buildKernel(): Promise<void> {
  refreshing ??= refresh().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/**
 * Compiles the AssemblyScript kernel whenever its sources are newer than build/kernel.wasm: at
 * the first `import init from '<path to>/build/kernel.wasm?init'` of a build, a development
 * server, a worker or a test run, and at every edit while developing.
 */
export function kernelPlugin(): Plugin {
  return {
    name: 'thermocline:kernel',
    enforce: 'pre',
    resolveId: {
      filter: { id: /(?:^|\/)build\/kernel\.wasm(?:\?|$)/ },
      async handler(source) {
        await buildKernel();
        return source.replace(/^[^?]*/, binary.replaceAll('\\', '/'));
      },
    },
    configureServer({ watcher, config }) {
      watcher.on('change', (path) => {
        if (!path.startsWith(sources)) return;
        buildKernel().catch((error: unknown) => config.logger.error(String(error)));
      });
    },
  };
}
