/**
 * The service worker: after the first visit the page works without its server, and never as a mix of two
 * versions. Every version keeps its own files; a page is served whole from one of them, and a newer one waits until
 * the reader takes it.
 */
/// <reference lib="webworker" />
export {};

/** Filled in by the build: the version is a digest of the files, their paths are relative to this one. */
declare const __RELEASE__: { readonly version: string; readonly files: readonly string[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const release = __RELEASE__;
const PREFIX = 'thermocline ';
const own = `${PREFIX}${release.version}`;
/** The version before this one, whose pages may still be open in other tabs. */
const KEPT = 2;

worker.addEventListener('install', (event) => {
  // Past the browser's own cache: it may hold files of another version.
  const requests = release.files.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(own).then((cache) => cache.addAll(requests)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOldVersions(), worker.clients.claim()]));
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = new URL(request.url).origin === worker.location.origin;
  if (request.method === 'GET' && isOurs) event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(own);
  const kept = await cache.match(isPage(request) ? './' : request);
  // Names of built files tell their content, so those of an earlier version serve its pages.
  return kept ?? (await caches.match(request)) ?? fetch(request);
}

/** The page itself, whatever its address says after the path. */
function isPage({ mode, url }: Request): boolean {
  const { pathname } = new URL(worker.registration.scope);
  return (
    mode === 'navigate' && [pathname, `${pathname}index.html`].includes(new URL(url).pathname)
  );
}

async function forgetOldVersions(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const old = versions.filter((name) => name !== own).slice(0, -(KEPT - 1));
  await Promise.all(old.map((name) => caches.delete(name)));
}
