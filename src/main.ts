import './app.css';
import { mount } from 'svelte';
import { browserWorkers, spawnBrowserWorker } from '../workers/browser.ts';
import { Pool } from '../workers/pool.ts';
import firstScenario from '../public/examples/general-price-rise.json';
import App from './App.svelte';
import { parseScenario, sentenceOf } from './model/parse.ts';
import { readAddress } from './state/opening/address.ts';
import { AddressBar, recordIn } from './state/opening/address-bar.ts';
import { keptForReload, saysTheSame } from './state/library/last-moment.ts';
import { leftOff } from './state/library/left-off.ts';
import { openingOf } from './state/opening/opening.ts';
import { kept, preferredLanguage } from './state/preferences.ts';
import { Release } from './state/release.svelte.ts';
import { Session } from './state/session.svelte.ts';
import { Speech } from './state/speech.svelte.ts';
import { loadWords } from './words/language.ts';

/** In a function of its own: the parts that it waits for may themselves wait for this module to be done. */
async function start(): Promise<void> {
  const parsed = parseScenario(firstScenario);
  if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('; '));
  const target = document.getElementById('app');
  if (!target) throw new Error('index.html has no element with the id "app"');
  const address = readAddress(location);
  const language = address.language ?? preferredLanguage();
  const spoken = loadWords(language);
  // A page that is loaded again goes on with its record. Without a link, one goes on with what was open last.
  const again = recordIn(history.state);
  const before = leftOff(again ?? (address.link === null ? kept('scenario') : null));
  const workers = browserWorkers();
  const pool = new Pool(spawnBrowserWorker, workers);
  const last = await before;
  const unsaved = again === null ? null : keptForReload(again);
  const { scenario, notice } = await openingOf(
    (last ?? unsaved) ? { ...address, link: null } : address,
  );
  const session = new Session(
    last?.scenario ?? unsaved ?? scenario ?? parsed.scenario,
    pool,
    workers,
    new Speech(language, await spoken),
  );
  if (last) session.goOn(last, again === null);
  if (last && unsaved && !saysTheSame(last.scenario, unsaved)) session.open(unsaved);
  if (notice) session.notice = notice;
  session.follow(address);
  addEventListener('hashchange', () => {
    session.openAddress(location).catch((error: unknown) => {
      session.report(error);
    });
  });
  const release = new Release();
  const addressBar = new AddressBar(window, async (named) =>
    (await import('./data/link.ts')).linkOf(named),
  );
  mount(App, { target, props: { session, release, addressBar } });
  // A page from a disk carries everything in itself; while developing, files change under it.
  if (import.meta.env.PROD && location.protocol !== 'file:')
    void release.keep('./service-worker.js');
}

void start();
